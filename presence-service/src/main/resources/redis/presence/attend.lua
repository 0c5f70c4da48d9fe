-- Notes how many sockets a visit has on one replica; with none on any it is leaving.
-- ARGV: visit, replica, sockets ('' for a goodbye of a tab whose socket may still be open), lifetime ms,
-- ms since the visitor was heard of
-- Returns 1, or 0 if the visit is not open.
local visit, field, sockets = ARGV[1], 'r:' .. ARGV[2], tonumber(ARGV[3])
if not is_open(visit) then
  return 0
end
if sockets == 0 then
  unset_meta(visit, field)
elseif sockets then
  set_meta(visit, field, ARGV[3])
end

local total = 0
for name, count in pairs(all_meta(visit)) do
  if string.sub(name, 1, 2) == 'r:' then
    total = total + tonumber(count)
  end
end

-- A goodbye takes away the one socket that it came beside; other tabs keep the visitor here.
local gone = total == 0 or (not sockets and total == 1)
local now = now_ms()
local changed
if gone and not meta(visit, 'leaving') then
  set_meta(visit, 'leaving', integer(now))
  changed = true
elseif not gone and sockets and meta(visit, 'leaving') then
  unset_meta(visit, 'leaving')
  changed = true
end
-- The end of a socket that was silent for long is no sign of life, and must not prolong the visit.
local deadline = now - tonumber(ARGV[5]) + tonumber(ARGV[4])
if deadline > tonumber(redis.call('ZSCORE', deadlines(visit), visit) or '0') then
  renew(visit, deadline - now)
end
if changed then
  redis.call('PUBLISH', 'lethe:visits:' .. meta(visit, 'account'), visit)
end
return 1
