-- A letter was lost: the account's consoles are told, and its note is done with.
-- ARGV[1] letter, then the event of it
redis.call('HDEL', tag(ARGV[1]) .. ':lost', ARGV[1])
emit_args(ARGV[1], ARGV, 2)
