-- Notes that letters are about to be opened for a message, so that a sweep can take them back if
-- nothing comes of it.
-- ARGV: shard's tag, mark against repetition, id that the letters are derived from, patience in ms
-- Returns 'noted', or 'repeated' if the message was posted before.
if redis.call('EXISTS', ARGV[1] .. ':posted:' .. ARGV[2]) == 1 then
  return 'repeated'
end
local drafts = ARGV[1] .. ':drafts'
redis.call('ZADD', drafts, integer(now_ms() + tonumber(ARGV[4])), ARGV[3])
redis.call('PEXPIRE', drafts, 24 * HOUR)
return 'noted'
