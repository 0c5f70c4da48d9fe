-- Takes the lease of a letter, so that one instance alone sends it.
-- ARGV[1] letter  ARGV[2] owner: a token made for this attempt  ARGV[3] milliseconds
-- ARGV[4] epoch of the store that the letter was opened in
-- ARGV[5] milliseconds to remember after its deadline that a mail server perhaps has it
-- Returns { 'taken', attempts, account, whether TLS was demanded, attempts without an answer }
--   | { 'later', milliseconds } | { 'gone' } | { 'lost' }: with its store
local letter = ARGV[1]
if not is_open(letter) then
  local lost = redis.call('GET', tag(letter) .. ':epoch') ~= ARGV[4]
  return { lost and 'lost' or 'gone' }
end
if meta(letter, 'erasing') then
  return { 'gone' }
end
-- The scope is opened before the letter is put into it.
if redis.call('EXISTS', slot(letter, 'body')) == 0 then
  return { 'later', 1000 }
end
local now = now_ms()
local leased = tonumber(meta(letter, 'leaseUntil') or '0')
if leased > now then
  return { 'later', leased - now }
end
local due = tonumber(meta(letter, 'nextAttempt') or '0')
if due > now then
  return { 'later', due - now }
end
-- Who had it before neither heard the server's word nor said that there was none, and is dead.
if redis.call('UNLINK', tag(letter) .. ':handed-over:' .. letter) == 1 then
  note_unanswered(letter, tonumber(ARGV[5]))
end
set_meta(letter, 'leaseOwner', ARGV[2], 'leaseUntil', integer(now + tonumber(ARGV[3])))
local attempts = count_up(letter, 'attempts')
return {
  'taken', attempts, meta(letter, 'account') or '', meta(letter, 'tlsRequired') or '',
  tonumber(meta(letter, 'unanswered') or '0')
}
