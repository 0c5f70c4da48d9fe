-- Destroys the scopes of a shard that are due.
-- KEYS: the shard's tag; ARGV: most to destroy at once
-- Returns { destroyed, lateness of the latest in ms, ms until the next is due or -1, more are due }
local key = KEYS[1] .. ':deadlines'
local limit = tonumber(ARGV[1])
local now = now_ms()
local due = redis.call('ZRANGE', key, '-inf', integer(now), 'BYSCORE', 'LIMIT', 0, limit, 'WITHSCORES')
local latest = 0
for i = 1, #due, 2 do
  latest = math.max(latest, now - tonumber(due[i + 1]))
  destroy(due[i], kind_of(due[i]) == 'v' and 'left' or 'deadline')
end
local first = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')
local wait = -1
if first[2] then
  wait = math.max(0, tonumber(first[2]) - now)
end
return { #due / 2, latest, wait, #due / 2 == limit and 1 or 0 }
