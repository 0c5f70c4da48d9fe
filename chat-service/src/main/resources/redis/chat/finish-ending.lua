-- Second step of the end. If no erasure came between: the letters get their content and are posted,
-- the chat is announced as ended, and its keys and remains are destroyed. All or nothing.
-- ARGV: chat, then for each letter: letter, kind, sealed body, sealed address or ''
-- Returns { verdict, 'reason messages files ms' }: 'finished' carries what its people are told;
-- 'gone', 'elsewhere' (it is not ending) and 'unopened' (a letter's key is not there) do not.
local chat = ARGV[1]

if not is_open(chat) or meta(chat, 'erasing') then
  return { 'gone' }
end
if meta(chat, 'state') ~= 'ending' then
  return { 'elsewhere' }
end
for i = 2, #ARGV, 4 do
  if not is_open(ARGV[i]) or meta(ARGV[i], 'erasing') then
    return { 'unopened' }
  end
end

local account, visit = meta(chat, 'account'), meta(chat, 'visit')
local reason = meta(chat, 'reason')
local messages, files = contents_of(chat)
local lasted = tonumber(meta(chat, 'ended')) - tonumber(meta(chat, 'created'))

local letters = 0
for i = 2, #ARGV, 4 do
  local letter = ARGV[i]
  put(letter, 'body', ARGV[i + 2])
  if ARGV[i + 3] ~= '' and not meta(letter, 'noaddress') then
    put(letter, 'addr', ARGV[i + 3])
  end
  tell('org.lethe.letter.posted.v1', letter,
    { letter = letter, account = account, kind = ARGV[i + 1] })
  letters = letters + 1
end

tell('org.lethe.chat.ended.v1', chat, {
  chat = chat, account = account, visit = visit, reason = reason, messages = messages,
  files = files, letters = letters, durationMillis = integer(math.max(0, lasted))
})
local _, told = destroy(chat, 'ended')
redis.call('SPUBLISH', tag(chat) .. ':chat:' .. chat, 'e ' .. told)
redis.call('PUBLISH', 'lethe:desk:' .. account, chat .. ' ended')
return { 'finished', told }
