-- Gives a lease back and says when the next attempt is due; the mail server does not have the letter.
-- ARGV[1] letter  ARGV[2] owner  ARGV[3] milliseconds until then
local letter = ARGV[1]
local open = is_open(letter)
if open and meta(letter, 'leaseOwner') ~= ARGV[2] then
  return
end
redis.call('UNLINK', tag(letter) .. ':handed-over:' .. letter)
if open then
  set_meta(letter, 'nextAttempt', integer(now_ms() + tonumber(ARGV[3])))
  redis.call('HDEL', slot(letter, 'm'), 'leaseOwner', 'leaseUntil')
end
