-- Takes or renews the lease of a shard.
-- KEYS: the shard's tag; ARGV: owner, life in ms (0: give it back)
-- Returns 1 if the owner holds it now.
local key = KEYS[1] .. ':lease'
local owner = of_shard('lease')
if ARGV[2] == '0' then
  if owner == ARGV[1] then
    redis.call('DEL', key)
  end
  return 0
end
if owner == ARGV[1] then
  redis.call('PEXPIRE', key, ARGV[2])
  return 1
end
if owner then
  return 0
end
-- A full Redis refuses a script that begins with a write that takes memory; without leases nothing is destroyed in time.
redis.call('DEL', key)
redis.call('SET', key, ARGV[1], 'PX', ARGV[2])
return 1
