-- ARGV: chat
-- Returns what finish-ending.lua left of it for those who come too late, or nothing.
return redis.call('GET', tag(ARGV[1]) .. ':farewell:' .. string.sub(ARGV[1], 10))
