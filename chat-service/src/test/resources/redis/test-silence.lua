-- The chat's visitor was last heard of so long ago that the visitor counts as gone.
-- ARGV: chat
return redis.call('ZADD', tag(ARGV[1]) .. ':visitors', 'XX', integer(now_ms() - 1), ARGV[1])
