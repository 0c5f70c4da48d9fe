-- KEYS: the shard's tag
-- Returns { letter, account, why it was destroyed, its kind or '' } of each letter that was lost, at
-- least perhaps, and nobody was told of.
local found = {}
local lost = redis.call('HGETALL', KEYS[1] .. ':lost')
for i = 1, #lost, 2 do
  local account, reason, kind = string.match(lost[i + 1], '^(%S+) ?(%S*) ?(%S*)$')
  table.insert(found, { lost[i], account, reason, kind == 'notice' and 'lost-notice' or kind })
end
return found
