-- Gives a shard its epoch if it has none: the store is new, or was lost.
-- The one key without a time to live: it must outlive everything that it is compared with.
-- ARGV: number of the shard in two digits, proposed epoch
-- Returns the epoch.
local key = '{s' .. ARGV[1] .. '}:epoch'
redis.call('SET', key, ARGV[2], 'NX')
return redis.call('GET', key)
