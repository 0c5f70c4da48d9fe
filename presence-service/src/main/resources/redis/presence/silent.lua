-- Marks the visits of a shard as leaving that no replica heard of for long: theirs may have died.
-- Looks at those alone that fell silent since the last time, and at a bounded number of them.
-- KEYS: the shard's tag
-- ARGV: deadline that was looked at last, lifetime ms, silence ms, how many visits to look at
-- Returns the deadline to go on from.
local key = KEYS[1] .. ':deadlines'
local now, limit = now_ms(), tonumber(ARGV[4])
local before = now + tonumber(ARGV[2]) - tonumber(ARGV[3])
local from = math.min(tonumber(ARGV[1]), before)
local due = redis.call(
  'ZRANGE', key, integer(from), integer(before), 'BYSCORE', 'LIMIT', 0, limit, 'WITHSCORES')
for i = 1, #due, 2 do
  local visit = due[i]
  if kind_of(visit) == 'v' and is_open(visit) and not meta(visit, 'leaving') then
    for field in pairs(all_meta(visit)) do
      if string.sub(field, 1, 2) == 'r:' then
        unset_meta(visit, field)
      end
    end
    set_meta(visit, 'leaving', integer(now))
    redis.call('PUBLISH', 'lethe:visits:' .. meta(visit, 'account'), visit)
  end
end
return #due < 2 * limit and integer(before) or due[#due]
