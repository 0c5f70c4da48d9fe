-- Replaces what is left of a limit, unless another replica did meanwhile.
-- KEYS: the shard's tag; ARGV: name, the value that was read or '', the new one, its life in ms
-- Returns 1, or 0 if there is another value.
local key = KEYS[1] .. ':limit:' .. ARGV[1]
if (redis.call('GET', key) or '') ~= ARGV[2] then
  return 0
end
redis.call('SET', key, ARGV[3], 'PX', ARGV[4])
return 1
