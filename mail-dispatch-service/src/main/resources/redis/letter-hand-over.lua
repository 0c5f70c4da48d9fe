-- The last question before a letter goes to the mail server: from here on it can't be taken back.
-- ARGV[1] letter  ARGV[2] owner  ARGV[3] milliseconds that the letter must still have
-- ARGV[4] milliseconds that the server may take  ARGV[5] milliseconds to lease it for from now on
-- ARGV[6] milliseconds to remember that it was handed over
-- Returns the milliseconds that the server may take, or 0: it is not to be sent any more.
local letter = ARGV[1]
if not is_open(letter) or meta(letter, 'erasing') then
  return 0
end
local now = now_ms()
local leased = tonumber(meta(letter, 'leaseUntil') or '0')
if meta(letter, 'leaseOwner') ~= ARGV[2] or leased <= now then
  return 0
end
-- At its deadline it will be told as lost; it must not arrive as well.
local left = tonumber(redis.call('ZSCORE', deadlines(letter), letter) or '0') - now
if left < tonumber(ARGV[3]) then
  return 0
end
-- With half of its time left, the letter can be sent once more if nothing is heard of it.
local half = math.floor(left / 2)
local term = now + math.min(tonumber(ARGV[5]), half)
set_meta(letter, 'leaseUntil', integer(math.max(leased, term)))
redis.call('SET', tag(letter) .. ':handed-over:' .. letter, '1', 'PX', ARGV[6])
return math.min(tonumber(ARGV[4]), half)
