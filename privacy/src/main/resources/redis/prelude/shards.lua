-- What a shard has beside its scopes, asked of all shards of a script at once.

-- The tags of the shards that the script works on, one after the other: KEYS[1] is that of the present one.
local SHARDS = { unpack(KEYS) }

-- Such a key of each of them.
local function shard_keys(name)
  local keys = {}
  for i, shard in ipairs(SHARDS) do
    keys[i] = shard .. ':' .. name
  end
  return unpack(keys)
end

-- By name and shard: read once, for all shards.
local plain_values = {}

-- The value of one of the shard's own keys, 'forward' or 'lease', or false.
local function of_shard(name)
  local values = plain_values[name]
  if not values then
    values = {}
    for i, value in ipairs(redis.call('MGET', shard_keys(name))) do
      values[SHARDS[i]] = value
    end
    plain_values[name] = values
  end
  return values[KEYS[1]]
end

-- By name.
local somewhere = {}

-- Whether one of the shards may have such a key of its own: asked once, for all of them, so that a look at shards
-- with nothing costs one command. A set without members has no key.
local function is_anywhere(name)
  -- Of one shard it is as much to ask what is wanted.
  if #SHARDS == 1 then
    return true
  end
  if somewhere[name] == nil then
    somewhere[name] = redis.call('EXISTS', shard_keys(name)) > 0
  end
  return somewhere[name]
end
