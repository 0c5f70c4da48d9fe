-- What is known of a chat's end lasts so many milliseconds longer.
-- ARGV: chat, ms
-- Returns how many it would have lasted.
local key = farewell(receipt_of(ARGV[1]))
local life = redis.call('PTTL', key)
redis.call('PEXPIRE', key, ARGV[2])
return life
