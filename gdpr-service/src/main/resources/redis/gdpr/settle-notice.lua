-- Removes a notice; the next of its line is due at once.
-- ARGV: erasure, line, rank
local due = tag(ARGV[1]) .. ':notices'
local name = ARGV[1] .. ':' .. ARGV[2]
local key = due .. ':' .. name

if redis.call('HDEL', key, ARGV[3], ARGV[3] .. ':since', ARGV[3] .. ':attempts') == 0 then
  -- Somebody else was done with it, after this one's time.
  return 0
end
if redis.call('EXISTS', key) == 0 then
  redis.call('ZREM', due, name)
else
  redis.call('ZADD', due, 'XX', integer(now_ms()), name)
end
return 1
