-- Takes off the mark that an erasure set, and no other's.
-- ARGV: scope, erasure
-- Returns 1 if it was there.
if meta(ARGV[1], 'erasing') == ARGV[2] then
  return redis.call('HDEL', slot(ARGV[1], 'm'), 'erasing')
end
return 0
