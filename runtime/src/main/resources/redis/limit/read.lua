-- KEYS: the shard's tag; ARGV: name
-- Returns what is left of a limit, as Bucket4j writes it, or nothing.
return redis.call('GET', KEYS[1] .. ':limit:' .. ARGV[1])
