-- Destroys scopes, and counts what is left of them.

-- Overwrites a key record where it is, then lets it go. UNLINK alone leaves its bytes in memory.
local function zero(key)
  local length = redis.call('STRLEN', key)
  if length > 0 then
    redis.call('SETRANGE', key, 0, string.rep('\0', length))
    redis.call('UNLINK', key)
  end
  return length > 0
end

-- Destroys a scope: keys first, then entries of the index, remains and deadline; tells outbox and signal.
-- The reason is a code of DestroyReason. Returns the number of remains, or -1 if nothing was there; and of a
-- chat whose keys were there what is told of it, which is noted for its receipt in the same step.
local function destroy(scope, reason)
  -- A full Redis refuses a script whose first write may take memory, as overwriting may.
  redis.call('ZREM', deadlines(scope), scope)
  local had_key = zero(raw_slot(scope, 'kc'))
  zero(raw_slot(scope, 'ka'))
  local account = meta(scope, 'account')
  if not had_key and not account then
    return -1
  end
  if reason == 'deadline' and meta(scope, 'unanswered') then
    -- A mail server may have it all the same.
    reason = 'perhaps-delivered'
  end
  local told = kind_of(scope) == 'c' and had_key and farewell_words(scope, reason) or nil
  if meta(scope, 'indexed') then
    leave(scope, terms_of(scope))
  end
  local names = {}
  for _, name in ipairs(REMAINS[kind_of(scope)]) do
    table.insert(names, raw_slot(scope, name))
  end
  local remains = redis.call('UNLINK', unpack(names))
  bury(scope, reason)
  note_lost(scope, reason, account)
  redis.call('UNLINK', raw_slot(scope, 'm'))
  metas[scope], is_whole[scope] = nil, nil
  if account then
    redis.call('ZREM', open_index(scope, account), scope)
    destroyed_event(scope, reason, account)
  end
  if told then
    redis.call('SET', farewell(receipt_of(scope)), told .. ' ' .. scope, 'PX', FAREWELL_LIFE)
  end
  redis.call('PUBLISH', 'lethe:destroyed', scope .. ' ' .. reason)
  return remains, told
end

-- How many records the store has of a scope: keys, meta, remains, and entries of the index.
local function count_records(scope)
  local names = { raw_slot(scope, 'kc'), raw_slot(scope, 'ka'), raw_slot(scope, 'm') }
  for _, name in ipairs(REMAINS[kind_of(scope)]) do
    table.insert(names, raw_slot(scope, name))
  end
  return redis.call('EXISTS', unpack(names)) + count_entries(scope)
end

-- Destroys the address compartment of an open scope, and has nobody find it by its address. Returns whether there
-- was one.
local function destroy_address(scope)
  -- First, as in destroy, what a full Redis takes.
  redis.call('UNLINK', raw_slot(scope, 'addr'))
  if is_open(scope) then
    set_meta(scope, 'noaddress', '1')
  end
  local had_key = zero(raw_slot(scope, 'ka'))
  if meta(scope, 'indexed') then
    leave(scope, terms_of(scope, 'a'))
  end
  if had_key then
    redis.call('PUBLISH', 'lethe:destroyed', scope .. ' address')
  end
  return had_key
end
