-- What is known of a chat's destruction by the number of its receipt, and what the store has of the chat now:
-- that keys exist is asked, not what they are.
-- ARGV: receipt
-- Returns { 'reason messages files ms', records that the store still has, now in ms, ms for which it is known },
-- or nothing.
local key = farewell(ARGV[1])
local noted = redis.call('GET', key)
if not noted then
  return false
end
local told, chat = string.match(noted, '^(.*) (%S+)$')
return { told, count_records(chat), integer(now_ms()), redis.call('PTTL', key) }
