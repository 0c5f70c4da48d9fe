-- Sets the shard's time forward to what it must be at least: the clock of its Redis went back. Its
-- scopes' deadlines stay as they are, and their times to live are set by them anew.
-- KEYS: the shard's tag; ARGV: that time in ms
-- Returns by how many ms.
local lag = tonumber(ARGV[1]) - now_ms()
if lag <= 0 then
  return 0
end
local key = KEYS[1] .. ':forward'
local ahead = set_forward_by() + lag
-- A full Redis refuses a script that begins with a write that takes memory.
redis.call('DEL', key)
-- Without a time to live, as the epoch: the shard's time must not go back with its end.
redis.call('SET', key, integer(ahead))
plain_values.forward[KEYS[1]] = integer(ahead)
local scopes = redis.call('ZRANGE', KEYS[1] .. ':deadlines', 0, -1, 'WITHSCORES')
for i = 1, #scopes, 2 do
  local deadline = tonumber(scopes[i + 1])
  -- What is due already is the reaper's, which overwrites keys; Redis would only let them go.
  if deadline > now_ms() and is_open(scopes[i]) then
    expire(scopes[i], deadline)
  end
end
-- It would be held for longer by the same, also by a process that is gone.
redis.call('DEL', KEYS[1] .. ':lease')
return lag
