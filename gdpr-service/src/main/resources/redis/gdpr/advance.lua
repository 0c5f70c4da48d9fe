-- Takes a request from one step to the next: its sealed state, its step, the events and the notices, at once.
-- ARGV: erasure, step that it must be at ('' for none), next step, sealed state, events (emit_args),
--       notices (leave_notices)
-- Returns 1; 0 if it is at another step; -1 if it is not open.
local erasure = ARGV[1]
-- Longer than any request is kept, which is 24 hours at most.
local LIST_LIFE = 25 * HOUR

if not is_open(erasure) then
  return -1
end
if (meta(erasure, 'step') or '') ~= ARGV[2] then
  return 0
end
put(erasure, 'sel', ARGV[4])
set_meta(erasure, 'step', ARGV[3], 'asked', integer(now_ms()))
local working = tag(erasure) .. ':erasures'
redis.call('ZADD', working, meta(erasure, 'created'), erasure)
redis.call('PEXPIRE', working, LIST_LIFE)
leave_notices(erasure, ARGV, emit_args(erasure, ARGV, 5))
return 1
