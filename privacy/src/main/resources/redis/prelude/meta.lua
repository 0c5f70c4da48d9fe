-- The state of scopes: fields of their key 'm', never personal.

-- Nobody writes beside a script: what is read of a scope's meta is read once.
local metas = {}
-- Of which scopes that is all; of the others a field that is not there has the value false.
local is_whole = {}

-- All fields of the scope's meta, by their names.
local function all_meta(scope)
  if not is_whole[scope] then
    local fields = {}
    local found = redis.call('HGETALL', raw_slot(scope, 'm'))
    for i = 1, #found, 2 do
      fields[found[i]] = found[i + 1]
    end
    metas[scope], is_whole[scope] = fields, true
  end
  return metas[scope]
end

-- Reads these fields of the scope's meta and no others, for a script that is run often: some are long, and
-- none is to lie in Lua's heap for nothing. What else is asked for is read then. To be called before all else.
local function read_meta(scope, ...)
  local names, fields = { ... }, {}
  for i, value in ipairs(redis.call('HMGET', raw_slot(scope, 'm'), ...)) do
    fields[names[i]] = value
  end
  metas[scope] = fields
end

-- A field of the scope's meta, or false.
local function meta(scope, field)
  local fields = metas[scope]
  if not fields or fields[field] == nil then
    fields = all_meta(scope)
  end
  return fields[field] or false
end

-- Sets fields of the scope's meta: field, value, field, value... Values are texts.
local function set_meta(scope, ...)
  redis.call('HSET', raw_slot(scope, 'm'), ...)
  local values, fields = { ... }, metas[scope]
  for i = 1, fields and #values or 0, 2 do
    fields[values[i]] = values[i + 1]
  end
end

-- Takes fields out of the scope's meta. Returns how many were there.
local function unset_meta(scope, ...)
  local fields = metas[scope]
  for _, field in ipairs(fields and { ... } or {}) do
    fields[field] = nil
  end
  return redis.call('HDEL', raw_slot(scope, 'm'), ...)
end

-- Adds one to a field of the scope's meta. Returns what it is then.
local function count_up(scope, field)
  local count = integer(tonumber(meta(scope, field) or '0') + 1)
  set_meta(scope, field, count)
  return tonumber(count)
end

-- A field of the meta of one of many scopes, of which nothing else is asked: or false.
local function glance(scope, field)
  return redis.call('HGET', raw_slot(scope, 'm'), field)
end
