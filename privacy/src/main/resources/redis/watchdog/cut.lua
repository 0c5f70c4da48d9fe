-- Gives a record an end.
-- KEYS: the shard's tag; ARGV: key, life in ms
return redis.call('PEXPIRE', ARGV[1], ARGV[2])
