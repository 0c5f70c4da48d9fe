-- Notes on a visit which chat its visitor is in, and with whom.
-- ARGV: visit, 'requested' | 'accepted' | 'ended', chat, operator or ''
-- Returns 1, or 0 if the visit is not open.
local visit, step, chat = ARGV[1], ARGV[2], ARGV[3]
if not is_open(visit) then
  return 0
end
local known = meta(visit, 'chat') == chat
if step == 'accepted' then
  set_meta(visit, 'chat', chat, 'operator', ARGV[4])
elseif step == 'requested' and not (known and meta(visit, 'operator')) then
  set_meta(visit, 'chat', chat)
  redis.call('HDEL', slot(visit, 'm'), 'operator')
elseif step == 'ended' and known then
  redis.call('HDEL', slot(visit, 'm'), 'chat', 'operator')
end
redis.call('PUBLISH', 'lethe:visits:' .. meta(visit, 'account'), visit)
return 1
