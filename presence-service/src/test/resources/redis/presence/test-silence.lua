-- A visit was last heard of so long ago that it lasts for no longer than this.
-- ARGV: visit, ms until its deadline
return redis.call('ZADD', deadlines(ARGV[1]), 'XX', integer(now_ms() + tonumber(ARGV[2])), ARGV[1])
