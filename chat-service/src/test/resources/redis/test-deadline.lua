-- ARGV: chat
-- Returns the deadline of its scope in ms.
return redis.call('ZSCORE', deadlines(ARGV[1]), ARGV[1])
