-- Drafts that nobody posted in time.
-- KEYS: the shard's tag; ARGV: most
-- Returns them.
return redis.call('ZRANGE', KEYS[1] .. ':drafts', '-inf', integer(now_ms()),
  'BYSCORE', 'LIMIT', 0, ARGV[1])
