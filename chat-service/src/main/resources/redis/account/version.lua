-- Takes the next version of an account's settings, if nobody else has.
-- KEYS[1]  the account's version, or that it was closed
-- ARGV[1]  the version that the change was made to, 0 for a new account
-- ARGV[2]  the version on the topic, as the caller has read it
-- ARGV[3]  milliseconds that the taken version is remembered
-- returns  1 if it was taken, 0 if somebody else has changed the settings
local expected = tonumber(ARGV[1])
local known = tonumber(ARGV[2])
local held = redis.call('GET', KEYS[1])
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
redis.call('SET', KEYS[1], string.format('%d', expected + 1), 'PX', ARGV[3])
return 1
