-- Finds those of a shard's visits that have a chat.
-- ARGV: chat, visits
-- Returns them.
local found = {}
for i = 2, #ARGV do
  if glance(ARGV[i], 'chat') == ARGV[1] then
    table.insert(found, ARGV[i])
  end
end
return found
