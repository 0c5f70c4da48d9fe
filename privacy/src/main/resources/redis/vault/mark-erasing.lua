-- ARGV: scope, erasure
-- Returns 1, or 0 if the scope is not open.
if not is_open(ARGV[1]) then
  return 0
end
set_meta(ARGV[1], 'erasing', ARGV[2])
return 1
