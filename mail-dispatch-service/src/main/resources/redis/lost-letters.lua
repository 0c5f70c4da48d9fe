-- KEYS: the shard's tag
-- Returns { letter, account } of each letter that was lost and nobody was told of.
local found = {}
local lost = redis.call('HGETALL', KEYS[1] .. ':lost')
for i = 1, #lost, 2 do
  table.insert(found, { lost[i], lost[i + 1] })
end
return found
