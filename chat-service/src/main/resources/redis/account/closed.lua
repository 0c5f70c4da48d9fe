-- Remembers that an account was closed, unless somebody has written to it since.
-- KEYS: the shard's tag
-- ARGV: account, milliseconds that the closing is remembered, version that was taken for it
-- Returns 1 if it is remembered, 0 if another version is held.
local key = KEYS[1] .. ':account:' .. ARGV[1]
if redis.call('GET', key) ~= ARGV[3] then
    return 0
end
redis.call('SET', key, 'closed', 'PX', ARGV[2])
return 1
