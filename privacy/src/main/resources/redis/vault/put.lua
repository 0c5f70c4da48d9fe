-- Writes one of the remains of an open scope.
-- ARGV: scope, slot, sealed bytes
-- Returns 1, or 0 if the scope is not open.
if not is_open(ARGV[1]) then
  return 0
end
put(ARGV[1], ARGV[2], ARGV[3])
return 1
