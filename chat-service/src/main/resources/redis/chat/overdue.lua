-- What the sweep has to do on a shard: chats whose end nobody finished, and chats that are nearly
-- at their deadline, which are ended properly before the reaper destroys them.
-- KEYS: the shard's tag; ARGV: see page, then lead before the deadline in ms, most chats left in ending
-- Returns { deadline that was looked at last, 1 if there may be more, else 0, { chats left in ending },
-- { chat near its deadline, 'limit' or 'idle', ... } }.
local shard, lead = KEYS[1], tonumber(ARGV[3])
local now = now_ms()

local left = {}
if not goes_on_behind() and is_anywhere('endings') then
  left = redis.call('ZRANGE', shard .. ':endings', '-inf', integer(now), 'BYSCORE', 'LIMIT', 0, ARGV[4])
end
local near = {}
-- What is overdue is the reaper's. Most deadlines that are near are those of visits, which nobody needs to end.
local scopes, looked_at, more = page('deadlines', now - 1, now + lead)
for i = 1, #scopes, 2 do
  local scope = scopes[i]
  if kind_of(scope) == 'c' then
    local state = glance(scope, 'state')
    -- A chat without a state is only being opened.
    if state and state ~= 'ending' then
      near[#near + 1] = scope
      near[#near + 1] = tonumber(glance(scope, 'until')) <= now + lead and 'limit' or 'idle'
    end
  end
end
return { looked_at, more, left, near }
