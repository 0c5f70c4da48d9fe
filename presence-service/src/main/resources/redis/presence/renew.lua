-- Renews the deadlines of many visits of one shard from their last heartbeats.
-- ARGV: lifetime ms, then for each visit: visit, ms since its last heartbeat
-- Returns the visits that are not open.
local lifetime, now = tonumber(ARGV[1]), now_ms()
local destroyed = {}
for i = 2, #ARGV, 2 do
  local visit, beat = ARGV[i], now - tonumber(ARGV[i + 1])
  if is_open(visit) then
    -- Another replica may have heard of the visitor later.
    local deadline = tonumber(redis.call('ZSCORE', deadlines(visit), visit) or '0')
    if beat + lifetime > deadline then
      renew(visit, beat + lifetime - now)
    end
    local left = tonumber(meta(visit, 'leaving') or '')
    if left and left < beat then
      unset_meta(visit, 'leaving')
      redis.call('PUBLISH', 'lethe:visits:' .. meta(visit, 'account'), visit)
    end
  else
    table.insert(destroyed, visit)
  end
end
return destroyed
