-- Tells every process how many records were overdue.
-- KEYS: the tag of the shard that it is told on; ARGV: count, for how many ms
redis.call('SET', KEYS[1] .. ':overdue', ARGV[1], 'PX', ARGV[2])
return 1
