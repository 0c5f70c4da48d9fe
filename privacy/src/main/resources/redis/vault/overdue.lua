-- KEYS: the shard's tag
-- Returns for how many ms the oldest deadline of the shard has passed; 0 if none has.
local first = redis.call('ZRANGE', KEYS[1] .. ':deadlines', 0, 0, 'WITHSCORES')
return first[2] and math.max(0, now_ms() - tonumber(first[2])) or 0
