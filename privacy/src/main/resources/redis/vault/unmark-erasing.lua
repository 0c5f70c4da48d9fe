-- Takes off the mark that an erasure set, and no other's.
-- ARGV: scope, erasure
-- Returns 1 if it was there.
if meta(ARGV[1], 'erasing') == ARGV[2] then
  return unset_meta(ARGV[1], 'erasing')
end
return 0
