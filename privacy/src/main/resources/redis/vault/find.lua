-- Looks which open scopes of an account terms of the index find.
-- KEYS: the shard's tag; ARGV: most entries to look at, on all shards of the call; account; least age in ms, below 0
-- of what is opened until so much later, or '' for any; terms
-- Returns { 1 if there may be more, else 0; then for each that is found: number of the term from 1, scope }
local most, account, age = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3])
local keys = {}
for i = 4, #ARGV do
  keys[#keys + 1] = found_by(KEYS[1], ARGV[i])
end
-- Mostly nobody is found on a shard.
if redis.call('EXISTS', unpack(keys)) == 0 then
  return { 0 }
end
local entries, more = {}, 0
for number, key in ipairs(keys) do
  local scopes = redis.call('ZRANGE', key, 0, most)
  for i = 1, math.min(#scopes, most) do
    entries[#entries + 1] = { number, scopes[i] }
  end
  if #scopes > most then
    most, more = 0, 1
    break
  end
  most = most - #scopes
end
-- Before it may fail: other shards of the call go on.
ARGV[1] = integer(most)

-- In the shard's own time, as what is compared: it may be ahead of every clock.
local function is_old_enough(scope)
  return not age or tonumber(meta(scope, 'created')) <= now_ms() - age
end

local answer = { more }
for _, entry in ipairs(entries) do
  local scope = entry[2]
  if not metas[scope] then
    read_meta(scope, 'created', 'account')
  end
  -- An entry may outlive its scope.
  if is_open(scope) and meta(scope, 'account') == account and is_old_enough(scope) then
    answer[#answer + 1] = entry[1]
    answer[#answer + 1] = scope
  end
end
return answer
