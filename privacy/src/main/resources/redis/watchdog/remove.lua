-- Removes a record that is not to be there; a text is overwritten first.
-- KEYS: the shard's tag; ARGV: key
-- Returns 1 if it was there.
local there = redis.call('EXISTS', ARGV[1])
if redis.call('TYPE', ARGV[1]).ok == 'string' then
  zero(ARGV[1])
end
redis.call('UNLINK', ARGV[1])
return there
