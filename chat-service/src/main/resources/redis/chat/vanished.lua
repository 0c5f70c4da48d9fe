-- Which of these chats are not open any more.
-- ARGV: chats
-- Returns them.
local vanished = {}
for _, chat in ipairs(ARGV) do
  if not is_open(chat) then
    vanished[#vanished + 1] = chat
  end
end
return vanished
