-- Remembers that an account was closed, unless somebody has written to it since.
-- KEYS[1]  the account's version
-- ARGV[1]  the version that was taken for the closing
-- ARGV[2]  milliseconds that the closing is remembered
-- returns  1 if it is remembered, 0 if another version is held
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
    return 0
end
redis.call('SET', KEYS[1], 'closed', 'PX', ARGV[2])
return 1
