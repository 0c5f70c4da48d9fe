-- Appends a sealed message: gives it its number, keeps it, and hands it to every replica.
-- ARGV: chat, author, client's message id, sealed message, most messages, most bytes of a chat
-- Returns { verdict, seq, ms }: 'appended' and 'repeated' carry number and time;
-- 'ending', 'gone', 'full' and 'stranger' (an operator who is not in the chat) do not.
local chat, author, id, sealed = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local ids, log = slot(chat, 'ids'), slot(chat, 'log')

read_meta(chat, 'created', 'state', 'erasing', 'seq', 'bytes')
if not is_open(chat) then
  return { 'gone' }
end
local state = meta(chat, 'state')
if not state or meta(chat, 'erasing') then
  return { 'gone' }
end
if string.sub(author, 1, 2) == 'o:'
    and redis.call('SISMEMBER', slot(chat, 'ops'), string.sub(author, 3)) == 0 then
  return { 'stranger' }
end

-- Before the state: what was acknowledged is acknowledged again while the chat is ending.
local known = redis.call('HGET', ids, author .. ' ' .. id)
if known then
  local space = string.find(known, ' ', 1, true)
  return { 'repeated', string.sub(known, 1, space - 1), string.sub(known, space + 1) }
end
if state == 'ending' then
  return { 'ending' }
end

local seq = tonumber(meta(chat, 'seq')) + 1
local bytes = tonumber(meta(chat, 'bytes') or '0') + #sealed
if seq > tonumber(ARGV[5]) or bytes > tonumber(ARGV[6]) then
  return { 'full' }
end

local number, now = integer(seq), integer(now_ms())
local entry = number .. ' ' .. now .. ' ' .. author .. ' ' .. id .. '\n' .. sealed
redis.call('RPUSH', log, entry)
redis.call('HSET', ids, author .. ' ' .. id, number .. ' ' .. now)
set_meta(chat, 'seq', number, 'bytes', integer(bytes))
if seq == 1 then
  keep(chat, log)
  keep(chat, ids)
end
redis.call('SPUBLISH', tag(chat) .. ':chat:' .. chat, 'm ' .. entry)
return { 'appended', number, now }
