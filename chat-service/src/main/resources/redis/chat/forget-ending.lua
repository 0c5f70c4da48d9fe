-- The last of an end: nothing is left that the sweep would have to do.
-- ARGV: chat
return redis.call('ZREM', tag(ARGV[1]) .. ':endings', ARGV[1])
