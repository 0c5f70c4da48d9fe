-- Queues a chat that was opened: its form and address are put down and it is announced, at once.
-- Its visitor was heard of just now.
-- ARGV: chat, sealed form, sealed address or '', lifetime in ms, ms after which a silent visitor has left,
-- messages of the form, number of terms that it is found by, terms, events (see emit_args)
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
local behind = 8 + tonumber(ARGV[7])
index(chat, { unpack(ARGV, 8, behind - 1) })
set_meta(chat, 'state', 'queued', 'seq', '0', 'questions', ARGV[6])
local visitors = tag(chat) .. ':visitors'
redis.call('ZADD', visitors, integer(now_ms() + tonumber(ARGV[5])), chat)
redis.call('PEXPIRE', visitors, 24 * HOUR)
emit_args(chat, ARGV, behind)
redis.call('PUBLISH', 'lethe:desk:' .. meta(chat, 'account'),
  chat .. ' queued ' .. meta(chat, 'created') .. ' ' .. meta(chat, 'visit') .. ' -')
return 'queued'
