-- Destroys the scopes of a shard that are due.
-- KEYS: the shard's tag; ARGV: most to destroy at once, of all shards of the call
-- Returns { destroyed, lateness of the latest in ms, ms until the next is due or -1, more are due }
local key = KEYS[1] .. ':deadlines'
local limit = tonumber(ARGV[1])
local now = now_ms()

-- Returns in how many ms the first is due, less than 0 if it is; or nothing if there is none.
local function first_due()
  local first = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')
  return first[2] and tonumber(first[2]) - now
end

local wait = first_due()
-- Mostly nothing is due.
if not wait or wait > 0 then
  return { 0, 0, wait or -1, 0 }
end
local due = redis.call('ZRANGE', key, '-inf', integer(now), 'BYSCORE', 'LIMIT', 0, limit, 'WITHSCORES')
-- Before it may fail: other shards of the call go on.
ARGV[1] = limit - #due / 2
local latest = 0
for i = 1, #due, 2 do
  latest = math.max(latest, now - tonumber(due[i + 1]))
  destroy(due[i], kind_of(due[i]) == 'v' and 'left' or 'deadline')
end
wait = first_due()
return { #due / 2, latest, wait and math.max(0, wait) or -1, #due / 2 == limit and 1 or 0 }
