-- Counts the records that the store still has of a scope; that keys exist is asked, not what they are.
-- ARGV: scope
local scope = ARGV[1]
local names = { raw_slot(scope, 'kc'), raw_slot(scope, 'ka'), raw_slot(scope, 'm') }
for _, name in ipairs(REMAINS[kind_of(scope)]) do
  table.insert(names, raw_slot(scope, name))
end
return redis.call('EXISTS', unpack(names))
