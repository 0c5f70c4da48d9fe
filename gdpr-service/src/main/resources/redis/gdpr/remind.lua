-- Announces again what services have not answered, if that was not done lately.
-- ARGV: erasure, pause in ms, events (emit_args)
-- Returns 1 if it was announced.
local erasure = ARGV[1]

if not is_open(erasure) then
  return 0
end
local asked = tonumber(meta(erasure, 'asked') or meta(erasure, 'created'))
if now_ms() - asked < tonumber(ARGV[2]) then
  return 0
end
set_meta(erasure, 'asked', integer(now_ms()))
emit_args(erasure, ARGV, 3)
return 1
