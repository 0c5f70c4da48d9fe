-- KEYS: the shard's tag. ARGV: least age ms
-- Returns the requests that are worked on and are so old, oldest first.
return redis.call('ZRANGE', KEYS[1] .. ':erasures', '-inf', integer(now_ms() - tonumber(ARGV[1])), 'BYSCORE')
