-- Makes a notice due again after a pause, and with it its line.
-- ARGV: erasure, line, rank, ms
local due = tag(ARGV[1]) .. ':notices'
local name = ARGV[1] .. ':' .. ARGV[2]

if redis.call('HEXISTS', due .. ':' .. name, ARGV[3]) == 0 then
  return 0
end
return redis.call('ZADD', due, 'XX', 'CH', integer(now_ms() + tonumber(ARGV[4])), name)
