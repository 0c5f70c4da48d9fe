-- Gives a lease back and says when the next attempt is due.
-- ARGV[1] letter  ARGV[2] owner  ARGV[3] milliseconds until then
-- ARGV[4] 1 if a mail server had the whole letter and gave no word, 0 if none has it
-- ARGV[5] milliseconds to remember that after the letter's deadline
local letter = ARGV[1]
local open = is_open(letter)
if open and meta(letter, 'leaseOwner') ~= ARGV[2] then
  return
end
redis.call('UNLINK', tag(letter) .. ':handed-over:' .. letter)
if open then
  if ARGV[4] == '1' then
    note_unanswered(letter, tonumber(ARGV[5]))
  end
  set_meta(letter, 'nextAttempt', integer(now_ms() + tonumber(ARGV[3])))
  unset_meta(letter, 'leaseOwner', 'leaseUntil')
end
