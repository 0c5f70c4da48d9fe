-- The account was told that chats were lost.
-- KEYS: the shard's tag
-- ARGV: chats of the shard
redis.call('HDEL', KEYS[1] .. ':lost-chats', unpack(ARGV))
