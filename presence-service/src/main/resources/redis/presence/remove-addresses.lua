-- Destroys the addresses of a shard's visits.
-- ARGV: visits
-- Returns how many there were.
local destroyed = 0
for i = 1, #ARGV do
  local visit = ARGV[i]
  if destroy_address(visit) then
    destroyed = destroyed + 1
    local account = meta(visit, 'account')
    if account then
      redis.call('PUBLISH', 'lethe:visits:' .. account, visit)
    end
  end
end
return destroyed
