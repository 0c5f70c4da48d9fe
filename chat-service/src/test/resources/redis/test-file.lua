-- Notes a file as the file relay does.
-- ARGV: chat, file, sealed note
redis.call('HSET', slot(ARGV[1], 'files'), ARGV[2], ARGV[3])
keep(ARGV[1], slot(ARGV[1], 'files'))
return 1
