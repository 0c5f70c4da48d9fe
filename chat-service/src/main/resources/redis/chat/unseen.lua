-- Chats of a shard in which nothing was heard of the visitor for the lifetime of a visit. Whether the
-- visitor is on the site is not known here. After half of it the visitor's pages are gone, with a replica
-- that told nobody.
-- While nobody asked this, nobody heard visitors either: for as long as they may need to come back, there are none.
-- KEYS: the shard's tag
-- ARGV: see page, then ms after which nobody asked, ms that visitors get then, lifetime in ms
-- Returns { deadline that was looked at last, 1 if there may be more, else 0, the shard's time in ms if somebody is there,
-- { chat, visit, chat, visit... } }
local shard, lifetime = KEYS[1], tonumber(ARGV[5])
local watch, visitors = shard .. ':watch', shard .. ':visitors'

-- Where nobody is nobody is missed; who comes later counts as there for longer than visitors get then.
if not is_anywhere('visitors') or redis.call('EXISTS', visitors) == 0 then
  return { 0, 0, 0, {} }
end

local now = now_ms()
local watched = redis.call('HMGET', watch, 'since', 'last')
local since = tonumber(watched[1] or now)
if not watched[2] or now - tonumber(watched[2]) > tonumber(ARGV[3]) then
  since = now
end
redis.call('HSET', watch, 'since', integer(since), 'last', integer(now))
redis.call('PEXPIRE', watch, HOUR)
if now - since < tonumber(ARGV[4]) then
  return { 0, 0, integer(now), {} }
end

local unseen = {}
local silent, looked_at, more = page('visitors', 0, now + lifetime / 2)
for i = 1, #silent, 2 do
  local chat, deadline = silent[i], tonumber(silent[i + 1])
  if not is_open(chat) then
    redis.call('ZREM', visitors, chat)
  elseif deadline <= now then
    unseen[#unseen + 1] = chat
    unseen[#unseen + 1] = meta(chat, 'visit')
  elseif not meta(chat, 'left') then
    local left = integer(deadline - lifetime)
    set_meta(chat, 'left', left)
    redis.call('SPUBLISH', shard .. ':chat:' .. chat, 'l ' .. left)
  end
end
return { looked_at, more, integer(now), unseen }
