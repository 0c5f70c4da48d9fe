-- Chats of a shard in which nothing was heard of the visitor for the lifetime of a visit. Whether the
-- visitor is on the site is not known here.
-- While nobody asked this, nobody heard visitors either: for as long as they may need to come back, there are none.
-- KEYS: the shard's tag; ARGV: ms after which nobody asked, ms that visitors get then, most chats
-- Returns { the shard's time in ms, { chat, visit, chat, visit... } }
local shard, now = KEYS[1], now_ms()
local watch, visitors = shard .. ':watch', shard .. ':visitors'

local watched = redis.call('HMGET', watch, 'since', 'last')
local since = tonumber(watched[1] or now)
if not watched[2] or now - tonumber(watched[2]) > tonumber(ARGV[1]) then
  since = now
end
redis.call('HSET', watch, 'since', integer(since), 'last', integer(now))
redis.call('PEXPIRE', watch, HOUR)
if now - since < tonumber(ARGV[2]) then
  return { integer(now), {} }
end

local unseen = {}
for _, chat in ipairs(redis.call('ZRANGE', visitors, '-inf', integer(now), 'BYSCORE', 'LIMIT', 0, ARGV[3])) do
  if is_open(chat) then
    unseen[#unseen + 1] = chat
    unseen[#unseen + 1] = meta(chat, 'visit')
  else
    redis.call('ZREM', visitors, chat)
  end
end
return { integer(now), unseen }
