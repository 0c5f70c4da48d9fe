-- How long visits of a shard live yet, unless they are renewed.
-- ARGV: visits
-- Returns { visit, ms, visit, ms... } of those that are open, and whose deadline has not come.
local now, living = now_ms(), {}
for _, visit in ipairs(ARGV) do
  local deadline = tonumber(redis.call('ZSCORE', deadlines(visit), visit) or '0')
  if deadline > now and has_key(visit) and glance(visit, 'created') then
    living[#living + 1] = visit
    living[#living + 1] = integer(deadline - now)
  end
end
return living
