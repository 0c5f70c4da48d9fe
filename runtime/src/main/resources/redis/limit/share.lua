-- Puts down what all replicas are to use, such as the wrapped key of a time, if nobody did yet.
-- KEYS: the shard's tag; ARGV: name, value, life in ms
-- Returns the value that is there then.
local key = KEYS[1] .. ':limit:' .. ARGV[1]
redis.call('SET', key, ARGV[2], 'PX', ARGV[3], 'NX')
return redis.call('GET', key)
