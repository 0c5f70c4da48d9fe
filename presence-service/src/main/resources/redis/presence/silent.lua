-- Marks the visits of a shard as leaving that no replica heard of for long: theirs may have died.
-- ARGV: number of the shard in two digits, lifetime ms, silence ms
-- Returns how many were marked.
local key = '{s' .. ARGV[1] .. '}:deadlines'
local now = now_ms()
local before = now + tonumber(ARGV[2]) - tonumber(ARGV[3])
local marked = 0
for _, visit in ipairs(redis.call('ZRANGE', key, '-inf', integer(before), 'BYSCORE')) do
  if kind_of(visit) == 'v' and is_open(visit) and not meta(visit, 'leaving') then
    local state = redis.call('HKEYS', slot(visit, 'm'))
    for _, field in ipairs(state) do
      if string.sub(field, 1, 2) == 'r:' then
        redis.call('HDEL', slot(visit, 'm'), field)
      end
    end
    set_meta(visit, 'leaving', integer(now))
    redis.call('PUBLISH', 'lethe:visits:' .. meta(visit, 'account'), visit)
    marked = marked + 1
  end
end
return marked
