-- Takes the next version of an account's settings, if nobody else has.
-- KEYS: the shard's tag
-- ARGV: account, milliseconds that the taken version is remembered, version that the change was made
-- to (0 for a new account), version on the topic, as the caller has read it
-- Returns 'taken'; 'pending' if it is taken for a change that is not on the topic, as far as the caller
-- has read it; or 'changed' if somebody else has changed the settings.
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
if known > present then
    return 'changed'
end
if present == expected + 1 and known == expected then
    return 'pending'
end
if present ~= expected then
    return 'changed'
end
redis.call('SET', key, string.format('%d', expected + 1), 'PX', ARGV[2])
return 'taken'
