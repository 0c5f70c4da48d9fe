-- An operator takes a queued chat: the first who comes wins.
-- ARGV: chat, account, operator, sealed name of the operator in base64
-- Returns 'accepted' (also when this operator took it before), 'taken', 'stranger' or 'gone'.
local chat, account, operator, name = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

if not is_open(chat) then
  return 'gone'
end
if meta(chat, 'account') ~= account then
  return 'stranger'
end
local state = meta(chat, 'state')
if not state or state == 'ending' or meta(chat, 'erasing') then
  return 'gone'
end
if state == 'active' then
  return meta(chat, 'operator') == operator and 'accepted' or 'taken'
end

local now, created, visit = now_ms(), meta(chat, 'created'), meta(chat, 'visit')
set_meta(chat, 'state', 'active', 'accepted', integer(now),
  'operator', operator, 'operatorName', name)
redis.call('SADD', slot(chat, 'ops'), operator)
keep(chat, slot(chat, 'ops'))
tell('org.lethe.chat.accepted.v1', chat, {
  chat = chat, account = account, visit = visit, operator = operator,
  waitedMillis = integer(math.max(0, now - tonumber(created)))
})

redis.call('SPUBLISH', tag(chat) .. ':chat:' .. chat, 's active ' .. name)
redis.call('PUBLISH', 'lethe:desk:' .. account,
  chat .. ' active ' .. created .. ' ' .. visit .. ' ' .. operator)
return 'accepted'
