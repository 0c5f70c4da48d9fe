-- Gives a shard its epoch if it has none: the store is new, or was lost.
-- The one key without a time to live: it must outlive everything that it is compared with.
-- KEYS: the shard's tag; ARGV: proposed epoch
-- Returns the epoch.
local key = KEYS[1] .. ':epoch'
redis.call('SET', key, ARGV[1], 'NX')
return redis.call('GET', key)
