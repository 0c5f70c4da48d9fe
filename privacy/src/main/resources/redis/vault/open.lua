-- Registers a scope whose key records were just written; or finds that it was before.
-- ARGV: scope, account, lifetime ms, total ms (0: none), margin ms, epoch,
--       number of meta fields, field, value..., number of terms of the index, terms, events (see emit_args)
-- Returns { 'opened' | 'already' | 'destroyed' | 'lost', deadline }
local scope, account = ARGV[1], ARGV[2]
local lifetime, total, margin = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])

local function refuse(outcome)
  zero(raw_slot(scope, 'kc'))
  zero(raw_slot(scope, 'ka'))
  return { outcome, '0' }
end

if redis.call('GET', tag(scope) .. ':epoch') ~= ARGV[6] then
  return refuse('lost')
end
if redis.call('EXISTS', raw_slot(scope, 'gone')) == 1 then
  return refuse('destroyed')
end

local now = now_ms()
if meta(scope, 'created') then
  local deadline = tonumber(redis.call('ZSCORE', deadlines(scope), scope) or '0')
  -- The first keys ran out unnoticed: those that were just written are not the scope's.
  if deadline + tonumber(meta(scope, 'margin')) <= now then
    return refuse('destroyed')
  end
  if meta(scope, 'noaddress') then
    zero(raw_slot(scope, 'ka'))
  end
  return { 'already', integer(deadline) }
end
if redis.call('EXISTS', raw_slot(scope, 'kc')) == 0 then
  return refuse('destroyed')
end

local fields = tonumber(ARGV[7])
local state = {}
for i = 8, 7 + fields * 2 do
  table.insert(state, ARGV[i])
end
local last = total > 0 and now + total or 0
set_meta(scope, 'account', account, 'created', integer(now), 'until', integer(last),
  'margin', integer(margin), unpack(state))

redis.call('ZADD', open_index(scope, account), integer(now), scope)
-- A key without a time to live counts as endless: GT would never give it one.
if redis.call('PTTL', open_index(scope, account)) < 0 then
  redis.call('PEXPIRE', open_index(scope, account), META_GRACE)
end
if redis.call('EXISTS', deadlines(scope)) == 0 then
  redis.call('ZADD', deadlines(scope), integer(now + lifetime), scope)
  redis.call('PEXPIRE', deadlines(scope), META_GRACE)
end
local deadline = renew(scope, lifetime)
local at = 8 + fields * 2
local behind = at + 1 + tonumber(ARGV[at])
index(scope, { unpack(ARGV, at + 1, behind - 1) })
emit_args(scope, ARGV, behind)
return { 'opened', integer(deadline) }
