-- Takes a request that is over off the list of those that are worked on.
-- ARGV: erasure
local erasure = ARGV[1]

if is_open(erasure) then
  return 0
end
return redis.call('ZREM', tag(erasure) .. ':erasures', erasure)
