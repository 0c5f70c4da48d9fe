-- The account was told that a letter was lost.
-- ARGV[1] letter
redis.call('HDEL', tag(ARGV[1]) .. ':lost', ARGV[1])
