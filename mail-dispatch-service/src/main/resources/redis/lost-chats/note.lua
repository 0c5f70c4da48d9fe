-- Notes a chat that went with its store until its account is told.
-- ARGV: chat, account
local notes = tag(ARGV[1]) .. ':lost-chats'
redis.call('HSETNX', notes, ARGV[1], ARGV[2] .. ' ' .. integer(now_ms()))
redis.call('PEXPIRE', notes, TOMBSTONE_LIFE)
