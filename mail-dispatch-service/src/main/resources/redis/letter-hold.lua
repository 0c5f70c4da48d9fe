-- Holds a lease for longer.
-- ARGV[1] letter  ARGV[2] owner  ARGV[3] milliseconds  ARGV[4] the same once it was handed over
-- Returns 1, or 0 if it is somebody else's or the letter is gone.
local letter = ARGV[1]
if not is_open(letter) or meta(letter, 'leaseOwner') ~= ARGV[2] then
  return 0
end
local now = now_ms()
local term = tonumber(ARGV[3])
if redis.call('EXISTS', tag(letter) .. ':handed-over:' .. letter) == 1 then
  -- With half of its time left, the letter can be sent once more if its sender died.
  local deadline = tonumber(redis.call('ZSCORE', deadlines(letter), letter) or '0')
  term = math.max(term, math.min(tonumber(ARGV[4]), math.floor((deadline - now) / 2)))
end
set_meta(letter, 'leaseUntil', integer(now + term))
return 1
