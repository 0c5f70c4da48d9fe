-- Follows the chat that a visit has, so that the operators' list shows it and who is in it.
-- The field 'chat' is chat-service's, which compares before it sets: here it is never set, only
-- removed with its chat. What concerns another chat than the present one comes late, and is ignored.
-- ARGV: visit, 'requested' | 'accepted' | 'ended', chat, operator or ''
-- Returns 1, or 0 if the visit is not open.
local visit, step = ARGV[1], ARGV[2]
if not is_open(visit) then
  return 0
end
local present = meta(visit, 'chat')
if present == ARGV[3] then
  if step == 'accepted' then
    set_meta(visit, 'operator', ARGV[4])
  elseif step == 'requested' then
    redis.call('HDEL', slot(visit, 'm'), 'operator')
  else
    redis.call('HDEL', slot(visit, 'm'), 'chat', 'operator')
  end
elseif not present then
  redis.call('HDEL', slot(visit, 'm'), 'operator')
end
redis.call('PUBLISH', 'lethe:visits:' .. meta(visit, 'account'), visit)
return 1
