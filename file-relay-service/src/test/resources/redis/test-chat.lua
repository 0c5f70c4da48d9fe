-- Changes a chat as chat-service does.
-- ARGV[1] chat  ARGV[2] 'join' or 'state'  ARGV[3] operator or state
if ARGV[2] == 'join' then
  redis.call('SADD', slot(ARGV[1], 'ops'), ARGV[3])
  keep(ARGV[1], slot(ARGV[1], 'ops'))
else
  set_meta(ARGV[1], 'state', ARGV[3])
end
