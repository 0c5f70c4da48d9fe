-- Drafts that nobody posted in time.
-- ARGV: shard's tag, most
-- Returns them.
return redis.call('ZRANGE', ARGV[1] .. ':drafts', '-inf', integer(now_ms()),
  'BYSCORE', 'LIMIT', 0, ARGV[2])
