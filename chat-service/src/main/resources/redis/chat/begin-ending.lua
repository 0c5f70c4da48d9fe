-- First step of the end: the chat's last message is fixed, later ones are refused.
-- Whoever gets 'begun' has the second step to itself for the claim's time; then the sweep may take it.
-- ARGV: chat, reason, claim in ms, lifetime in ms that the second step has at most
-- Returns 'begun', 'claimed' (somebody else is at it) or 'gone'.
local chat, reason, claim = ARGV[1], ARGV[2], tonumber(ARGV[3])
local endings = tag(chat) .. ':endings'

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
  set_meta(chat, 'state', 'ending', 'reason', reason, 'ended', integer(now))
  -- A chat that ends because its deadline is near must not be destroyed between the steps.
  renew(chat, tonumber(ARGV[4]))
  redis.call('SPUBLISH', tag(chat) .. ':chat:' .. chat, 's ending -')
  redis.call('PUBLISH', 'lethe:desk:' .. meta(chat, 'account'),
    chat .. ' ending ' .. meta(chat, 'created') .. ' ' .. meta(chat, 'visit') .. ' '
      .. (meta(chat, 'operator') or '-'))
end
redis.call('ZADD', endings, integer(now + claim), chat)
redis.call('PEXPIRE', endings, 24 * HOUR)
return 'begun'
