-- Gives a lease back and says when the next attempt is due.
-- ARGV[1] letter  ARGV[2] owner  ARGV[3] milliseconds until then
local letter = ARGV[1]
if is_open(letter) and meta(letter, 'leaseOwner') == ARGV[2] then
  set_meta(letter, 'nextAttempt', integer(now_ms() + tonumber(ARGV[3])))
  redis.call('HDEL', slot(letter, 'm'), 'leaseOwner', 'leaseUntil')
  redis.call('UNLINK', tag(letter) .. ':handed-over:' .. letter)
end
