-- ARGV: chat
-- Returns the sealed size of each file of it that was counted as removed.
return redis.call('HVALS', tag(ARGV[1]) .. ':files-removed:' .. ARGV[1])
