-- Puts off when visitors of a shard's chats count as gone, for signs of life. Never brings it forward, and
-- does nothing for a chat that ends or is gone: that has nobody to wait for.
-- Tells who listens to a chat when its visitor's last page on a replica is gone, and when one is heard of:
-- one on another replica says so within the time between two pings.
-- KEYS: the shard's tag
-- ARGV: for each chat: chat, the shard's time in ms to count from or '' for now, ms from then, and 'there' (a
-- page of it is), 'left' (none is) or ''
-- Returns nothing.
local visitors, now = KEYS[1] .. ':visitors', now_ms()
for i = 1, #ARGV, 4 do
  local chat, state = ARGV[i], ARGV[i + 3]
  if redis.call('ZSCORE', visitors, chat) and is_open(chat) then
    local deadline = (tonumber(ARGV[i + 1]) or now) + tonumber(ARGV[i + 2])
    redis.call('ZADD', visitors, 'XX', 'GT', integer(deadline), chat)
    if state == 'left' and not meta(chat, 'left') then
      set_meta(chat, 'left', integer(now))
      redis.call('SPUBLISH', KEYS[1] .. ':chat:' .. chat, 'l ' .. integer(now))
    elseif state == 'there' and unset_meta(chat, 'left') == 1 then
      redis.call('SPUBLISH', KEYS[1] .. ':chat:' .. chat, 'l -')
    end
  end
end
