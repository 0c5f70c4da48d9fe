-- The last question before a letter goes to the mail server: from here on it can't be taken back.
-- ARGV[1] letter  ARGV[2] owner  ARGV[3] milliseconds that the letter must still have
-- ARGV[4] milliseconds to remember that it was handed over
-- Returns 'go', 'gone' or 'lost': the lease is somebody else's.
local letter = ARGV[1]
if not is_open(letter) or meta(letter, 'erasing') then
  return 'gone'
end
local now = now_ms()
if meta(letter, 'leaseOwner') ~= ARGV[2] or tonumber(meta(letter, 'leaseUntil')) <= now then
  return 'lost'
end
-- At its deadline it will be told as lost; it must not arrive as well.
local deadline = tonumber(redis.call('ZSCORE', deadlines(letter), letter) or '0')
if deadline - now < tonumber(ARGV[3]) then
  return 'gone'
end
redis.call('SET', tag(letter) .. ':handed-over:' .. letter, '1', 'PX', ARGV[4])
return 'go'
