-- A letter that was noted as lost has not to be told of: it arrived, or its account is closed.
-- ARGV[1] letter
redis.call('HDEL', tag(ARGV[1]) .. ':lost', ARGV[1])
