-- A message and a file's note, as chat-service and file-relay-service keep them.
-- ARGV: chat, sealed message, file, sealed note
local chat = ARGV[1]
redis.call('RPUSH', slot(chat, 'log'), '1 1767323045678 v message-1\n' .. ARGV[2])
redis.call('HSET', slot(chat, 'files'), ARGV[3], ARGV[4])
keep(chat, slot(chat, 'log'))
keep(chat, slot(chat, 'files'))
return 1
