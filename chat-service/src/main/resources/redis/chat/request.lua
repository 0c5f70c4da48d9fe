-- Queues a chat that was opened: its form and address are put down and it is announced, at once.
-- ARGV: chat, sealed form, sealed address or '', lifetime in ms, events (see emit_args)
-- Returns 'queued', 'repeated' (it is queued or further already) or 'gone'.
local chat, form, address = ARGV[1], ARGV[2], ARGV[3]

if not is_open(chat) or meta(chat, 'erasing') then
  return 'gone'
end
if meta(chat, 'state') then
  return 'repeated'
end

renew(chat, tonumber(ARGV[4]))
put(chat, 'form', form)
if address ~= '' and not meta(chat, 'noaddress') then
  put(chat, 'addr', address)
end
set_meta(chat, 'state', 'queued', 'seq', '0')
emit_args(chat, ARGV, 5)
redis.call('PUBLISH', 'lethe:desk:' .. meta(chat, 'account'),
  chat .. ' queued ' .. meta(chat, 'created') .. ' ' .. meta(chat, 'visit') .. ' -')
return 'queued'
