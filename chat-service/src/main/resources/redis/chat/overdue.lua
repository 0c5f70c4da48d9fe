-- What the sweep has to do on a shard: chats whose end nobody finished, and chats that are nearly
-- at their deadline, which are ended properly before the reaper destroys them.
-- KEYS: the shard's tag; ARGV: lead before the deadline in ms, most of each
-- Returns { { chats left in ending }, { chat near its deadline, 'limit' or 'idle', ... } }.
local shard, lead, most = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
local now = now_ms()

local left = redis.call('ZRANGE', shard .. ':endings', '-inf', integer(now),
  'BYSCORE', 'LIMIT', 0, most)
local near = {}
-- Most deadlines that are near are those of visits, which nobody needs to end.
for _, scope in ipairs(redis.call('ZRANGE', shard .. ':deadlines', integer(now),
    integer(now + lead), 'BYSCORE')) do
  if kind_of(scope) == 'c' and #near < 2 * most then
    local state = meta(scope, 'state')
    -- A chat without a state is only being opened.
    if state and state ~= 'ending' then
      near[#near + 1] = scope
      near[#near + 1] = tonumber(meta(scope, 'until')) <= now + lead and 'limit' or 'idle'
    end
  end
end
return { left, near }
