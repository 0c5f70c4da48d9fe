-- Which of these chats are not open any more.
-- ARGV: chats
-- Returns them.
local vanished = {}
for _, chat in ipairs(ARGV) do
  if not has_key(chat) or not glance(chat, 'created') then
    vanished[#vanished + 1] = chat
  end
end
return vanished
