-- Holds a lease for longer.
-- ARGV[1] letter  ARGV[2] owner  ARGV[3] milliseconds
-- Returns 1, or 0 if it is somebody else's or the letter is gone.
local letter = ARGV[1]
if not is_open(letter) or meta(letter, 'leaseOwner') ~= ARGV[2] then
  return 0
end
set_meta(letter, 'leaseUntil', integer(now_ms() + tonumber(ARGV[3])))
return 1
