-- KEYS: the shard's tag
-- Returns { chat, account, milliseconds since it was noted } of each lost chat that nobody was told of.
local found = {}
local notes = redis.call('HGETALL', KEYS[1] .. ':lost-chats')
for i = 1, #notes, 2 do
  local account, noted = string.match(notes[i + 1], '^(%S+) (%d+)$')
  table.insert(found, { notes[i], account, now_ms() - tonumber(noted) })
end
return found
