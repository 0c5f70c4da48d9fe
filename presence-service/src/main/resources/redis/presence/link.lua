-- Follows the chat that a visit has, so that the operators' list shows it and who is in it.
-- The field 'chat' is chat-service's, which compares before it sets: here it is never set, only
-- removed with its chat. What concerns another chat than the present one comes late, and is ignored.
-- The field 'operator' holds the chat that it belongs to, a space and the operator.
-- ARGV: visit, 'requested' | 'accepted' | 'ended', chat, operator or ''
-- Returns 1, or 0 if the visit is not open.
local visit, step, chat = ARGV[1], ARGV[2], ARGV[3]
if not is_open(visit) then
  return 0
end
local is_present = meta(visit, 'chat') == chat
if step == 'accepted' and is_present then
  set_meta(visit, 'operator', chat .. ' ' .. ARGV[4])
elseif step == 'ended' then
  if is_present then
    unset_meta(visit, 'chat')
  end
  if string.find(meta(visit, 'operator') or '', chat .. ' ', 1, true) == 1 then
    unset_meta(visit, 'operator')
  end
end
redis.call('PUBLISH', 'lethe:visits:' .. meta(visit, 'account'), visit)
return 1
