-- KEYS: the shard's tag; ARGV[1] mail server
-- Returns 1 if it offered TLS lately.
return redis.call('EXISTS', KEYS[1] .. ':tls-offered:' .. ARGV[1])
