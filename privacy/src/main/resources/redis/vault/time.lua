-- KEYS: the shard's tag
-- Returns { for how many ms the oldest deadline of the shard has passed, or 0; the shard's time in ms }
local now = now_ms()
local first = is_anywhere('deadlines') and redis.call('ZRANGE', KEYS[1] .. ':deadlines', 0, 0, 'WITHSCORES') or {}
return { first[2] and math.max(0, now - tonumber(first[2])) or 0, integer(now) }
