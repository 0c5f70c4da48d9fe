-- Notes that letters are about to be opened for a message, so that a sweep can take them back if
-- nothing comes of it.
-- KEYS: the shard's tag
-- ARGV: mark against repetition, id that the letters are derived from, patience in ms
-- Returns 'noted', or 'repeated' if the message was posted before.
if redis.call('EXISTS', KEYS[1] .. ':posted:' .. ARGV[1]) == 1 then
  return 'repeated'
end
local drafts = KEYS[1] .. ':drafts'
redis.call('ZADD', drafts, integer(now_ms() + tonumber(ARGV[3])), ARGV[2])
redis.call('PEXPIRE', drafts, 24 * HOUR)
return 'noted'
