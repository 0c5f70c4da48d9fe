-- Puts off when visitors of a shard's chats count as gone, for signs of life. Never brings it forward, and
-- does nothing for a chat that ends or is gone: that has nobody to wait for.
-- KEYS: the shard's tag
-- ARGV: for each chat: chat, the shard's time in ms to count from or '' for now, ms from then
-- Returns nothing.
local visitors, now = KEYS[1] .. ':visitors', now_ms()
for i = 1, #ARGV, 3 do
  local deadline = (tonumber(ARGV[i + 1]) or now) + tonumber(ARGV[i + 2])
  redis.call('ZADD', visitors, 'XX', 'GT', integer(deadline), ARGV[i])
end
