-- KEYS: the shard's tag; ARGV[1] mail server  ARGV[2] milliseconds to remember that it offers TLS
redis.call('SET', KEYS[1] .. ':tls-offered:' .. ARGV[1], '1', 'PX', ARGV[2])
