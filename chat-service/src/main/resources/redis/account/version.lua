-- Takes the next version of an account's settings, if nobody else has.
-- KEYS: the shard's tag
-- ARGV: account, milliseconds that the taken version is remembered, version that the change was made
-- to (0 for a new account), version on the topic, as the caller has read it
-- Returns 1 if it was taken, 0 if somebody else has changed the settings.
local key = KEYS[1] .. ':account:' .. ARGV[1]
local expected = tonumber(ARGV[3])
local known = tonumber(ARGV[4])
local held = redis.call('GET', key)
local present = known
if held == 'closed' then
    present = 0
elseif held then
    present = tonumber(held)
end
-- Who knows of more than is held has not read yet that the account was closed, or the store went
-- back in a fail-over: in both cases the settings that they would write are of another life.
if present ~= expected or known > present then
    return 0
end
redis.call('SET', key, string.format('%d', expected + 1), 'PX', ARGV[2])
return 1
