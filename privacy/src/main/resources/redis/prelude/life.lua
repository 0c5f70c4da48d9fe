-- How long a scope lives, with all that is kept of it.

-- Non-personal state outlives the keys a little, so that a late reaper can still tell whose they were.
local META_GRACE = 1 * HOUR

-- Whether the content key of the scope is there.
local function has_key(scope)
  return redis.call('EXISTS', raw_slot(scope, 'kc')) == 1
end

-- True from registration until destruction.
local function is_open(scope)
  return has_key(scope) and meta(scope, 'created') ~= false
end

-- Gives a key of the scope the time to live of the scope's content key.
local function keep(scope, key)
  local life = redis.call('PTTL', raw_slot(scope, 'kc'))
  if life > 0 then
    redis.call('PEXPIRE', key, life)
  end
end

-- Writes one of the remains as a plain value, with the scope's time to live.
local function put(scope, name, value)
  local key = slot(scope, name)
  local life = redis.call('PTTL', raw_slot(scope, 'kc'))
  if life > 0 then
    redis.call('SET', key, value, 'PX', life)
  end
end

-- Gives all that is kept of a scope the time to live behind its deadline, in the time of Redis; its entries of the
-- index end a little later.
local function expire(scope, deadline)
  local expiry = deadline + tonumber(meta(scope, 'margin')) - set_forward_by()
  redis.call('PEXPIREAT', raw_slot(scope, 'kc'), integer(expiry))
  redis.call('PEXPIREAT', raw_slot(scope, 'ka'), integer(expiry))
  for _, name in ipairs(REMAINS[kind_of(scope)]) do
    redis.call('PEXPIREAT', raw_slot(scope, name), integer(expiry))
  end
  keep_found(scope, expiry)
  redis.call('PEXPIREAT', raw_slot(scope, 'm'), integer(expiry + META_GRACE))
  redis.call('PEXPIREAT', open_index(scope, meta(scope, 'account')), integer(expiry + META_GRACE), 'GT')
  redis.call('PEXPIREAT', deadlines(scope), integer(expiry + META_GRACE), 'GT')
end

-- Moves the deadline of an open scope to now + lifetime, never beyond its 'until'.
-- Returns the deadline, or 0 if the scope is not open.
local function renew(scope, lifetime)
  if not is_open(scope) then
    return 0
  end
  local deadline = now_ms() + lifetime
  local last = tonumber(meta(scope, 'until'))
  if last > 0 and deadline > last then
    deadline = last
  end
  redis.call('ZADD', deadlines(scope), integer(deadline), scope)
  expire(scope, deadline)
  return deadline
end
