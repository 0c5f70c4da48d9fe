-- What is left for controllers to hear of: notices, which gdpr-service takes to them.

-- Category.CALLBACK: for so long after the last notice of a line its line is kept, whoever tries it.
local NOTICE_LIFE = 24 * HOUR

-- Leaves what controllers are to be told of a request, which may be over by then: notices that NoticeSeal.args put
-- into ARGV from an index on: count, then line, rank and sealed notice of each. One that waits already stays.
local function leave_notices(erasure, argv, from)
  local due = tag(erasure) .. ':notices'
  for i = 0, tonumber(argv[from]) - 1 do
    local at = from + 1 + i * 3
    local line, rank = erasure .. ':' .. argv[at], argv[at + 1]
    local key = due .. ':' .. line
    if redis.call('HSETNX', key, rank, argv[at + 2]) == 1 then
      redis.call('HSET', key, rank .. ':since', integer(now_ms()))
      redis.call('PEXPIRE', key, NOTICE_LIFE)
      -- A line that waits for its first one waits on.
      redis.call('ZADD', due, 'NX', integer(now_ms()), line)
      redis.call('PEXPIRE', due, NOTICE_LIFE)
    end
  end
end
