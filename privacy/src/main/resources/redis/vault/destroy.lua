-- ARGV: scope, reason, events that are told if there was something to destroy (see emit_args)
-- Returns the number of remains, or -1 if nothing was there.
local remains = destroy(ARGV[1], ARGV[2])
if remains >= 0 then
  emit_args(ARGV[1], ARGV, 3)
end
return remains
