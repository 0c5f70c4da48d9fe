-- Strikes off a draft: nothing is left of it.
-- ARGV: shard's tag, draft
return redis.call('ZREM', ARGV[1] .. ':drafts', ARGV[2])
