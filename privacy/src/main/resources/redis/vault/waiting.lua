-- KEYS: the shard's tag
-- Returns how many events wait in the shard's outbox.
return redis.call('XLEN', KEYS[1] .. ':outbox')
