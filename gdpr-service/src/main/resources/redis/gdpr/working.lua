-- KEYS: the shard's tag
-- Returns the requests that are worked on, oldest first.
return redis.call('ZRANGE', KEYS[1] .. ':erasures', 0, -1)
