-- Renews or gives back the leases by which operators are online, for one account.
-- KEYS: the shard's tag
-- ARGV: account, then for each connection: its name, lease in ms (0 to give it back)
-- Returns how many leases run.
local leases = KEYS[1] .. ':desk:' .. ARGV[1]
local now = now_ms()

for i = 2, #ARGV, 2 do
  local lease = tonumber(ARGV[i + 1])
  if lease > 0 then
    redis.call('ZADD', leases, integer(now + lease), ARGV[i])
  else
    redis.call('ZREM', leases, ARGV[i])
  end
end
redis.call('ZREMRANGEBYSCORE', leases, '-inf', integer(now))
redis.call('PEXPIRE', leases, 10 * 60 * SECOND)
return redis.call('ZCARD', leases)
