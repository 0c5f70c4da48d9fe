-- Takes the first notice of each line that is due, for a while.
-- KEYS: the shard's tag; ARGV: most to take, of all shards of the call, ms to take them for
-- Returns { erasure, line, rank, attempts with this one, ms since it was left, the sealed notice } of each.
if not is_anywhere('notices') then
  return {}
end
local due, now = KEYS[1] .. ':notices', now_ms()
local taken = {}

-- The least rank of a line, or nothing.
local function first_of(key)
  local first
  for _, field in ipairs(redis.call('HKEYS', key)) do
    local rank = tonumber(field)
    if rank and (not first or rank < first) then
      first = rank
    end
  end
  return first and integer(first)
end

for _, name in ipairs(redis.call('ZRANGE', due, '-inf', integer(now), 'BYSCORE', 'LIMIT', 0, ARGV[1])) do
  local key = due .. ':' .. name
  local rank = first_of(key)
  if rank then
    redis.call('ZADD', due, integer(now + tonumber(ARGV[2])), name)
    local erasure, line = string.match(name, '^(.*):(%d+)$')
    taken[#taken + 1] = {
      erasure, line, rank, redis.call('HINCRBY', key, rank .. ':attempts', 1),
      integer(now - tonumber(redis.call('HGET', key, rank .. ':since'))), redis.call('HGET', key, rank)
    }
  else
    -- Nobody was called for so long that the line is gone.
    redis.call('ZREM', due, name)
  end
end
ARGV[1] = integer(tonumber(ARGV[1]) - #taken)
return taken
