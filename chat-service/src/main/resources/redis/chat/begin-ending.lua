-- First step of the end: the chat's last message is fixed, later ones are refused.
-- Whoever gets 'begun' has the second step to itself for the claim's time; then the sweep may take it.
-- ARGV: chat, reason, claim in ms, ms that the second step has at least
-- Returns 'begun', 'claimed' (somebody else is at it), 'gone', or 'there': it should end because its visitor has left,
-- who was heard of since.
local chat, reason, claim = ARGV[1], ARGV[2], tonumber(ARGV[3])
local endings, visitors = tag(chat) .. ':endings', tag(chat) .. ':visitors'

if not is_open(chat) or meta(chat, 'erasing') or not meta(chat, 'state') then
  return 'gone'
end

local now = now_ms()
if meta(chat, 'state') == 'ending' then
  local due = redis.call('ZSCORE', endings, chat)
  if due and tonumber(due) > now then
    return 'claimed'
  end
else
  if reason == 'left' and tonumber(redis.call('ZSCORE', visitors, chat) or '0') > now then
    return 'there'
  end
  set_meta(chat, 'state', 'ending', 'reason', reason, 'ended', integer(now))
  -- A chat that ends because its deadline is near must not be destroyed between the steps; no other
  -- lives longer because it ends.
  local ahead = tonumber(ARGV[4])
  if tonumber(redis.call('ZSCORE', deadlines(chat), chat) or '0') < now + ahead then
    renew(chat, ahead)
  end
  redis.call('ZREM', visitors, chat)
  redis.call('SPUBLISH', tag(chat) .. ':chat:' .. chat, 's ending -')
  redis.call('PUBLISH', 'lethe:desk:' .. meta(chat, 'account'),
    chat .. ' ending ' .. meta(chat, 'created') .. ' ' .. meta(chat, 'visit') .. ' '
      .. (meta(chat, 'operator') or '-'))
end
redis.call('ZADD', endings, integer(now + claim), chat)
redis.call('PEXPIRE', endings, 24 * HOUR)
return 'begun'
