-- Links a visit to its chat, if the visit has the chat that the caller believes it has.
-- The field 'chat' is the present one; 'chats' has all of the visit, so that an erasure of the visit
-- finds the letters of those that have ended. It is never shortened by an end, and goes with the visit.
-- ARGV: visit, chat or '' to unlink, expected chat or '' for none
-- Returns 'linked', 'gone', or the chat that the visit has instead ('' for none).
local visit, chat, expected = ARGV[1], ARGV[2], ARGV[3]

-- Adds a chat to those of the visit, in the order of request; the newest are kept.
local function remember(most)
  local chats = {}
  for each in string.gmatch(meta(visit, 'chats') or '', '%S+') do
    if each ~= chat then
      chats[#chats + 1] = each
    end
  end
  chats[#chats + 1] = chat
  set_meta(visit, 'chats', table.concat(chats, ' ', math.max(1, #chats - most + 1)))
end

if not is_open(visit) or meta(visit, 'erasing') then
  return 'gone'
end
local current = meta(visit, 'chat') or ''
if current ~= expected then
  return current
end
if chat == '' then
  unset_meta(visit, 'chat')
elseif chat ~= current then
  set_meta(visit, 'chat', chat)
  remember(64)
end
return 'linked'
