-- Notes what a service removed for a round of an erasure; its first answer counts.
-- ARGV: erasure, round:service, counts as JSON
-- Returns 1 if it was noted; 0 if it was there or the erasure is not open.
local erasure = ARGV[1]

if not is_open(erasure) then
  return 0
end
local acks = slot(erasure, 'acks')
local noted = redis.call('HSETNX', acks, ARGV[2], ARGV[3])
keep(erasure, acks)
return noted
