-- Takes the next version of an account's settings, if nobody else has.
-- KEYS[1]  the account's version
-- ARGV[1]  the version that the change was made to, 0 for a new account
-- ARGV[2]  the version on the topic, as the caller has read it
-- ARGV[3]  milliseconds that the taken version is remembered
-- returns  1 if it was taken, 0 if somebody else has changed the settings
local present = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), tonumber(ARGV[2]))
local expected = tonumber(ARGV[1])
if present ~= expected then
    return 0
end
redis.call('SET', KEYS[1], string.format('%d', expected + 1), 'PX', ARGV[3])
return 1
