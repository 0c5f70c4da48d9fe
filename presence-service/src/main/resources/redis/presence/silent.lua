-- Marks the visits of a shard as leaving that no replica heard of for long: theirs may have died.
-- Looks at those alone that fell silent since the last time.
-- KEYS: the shard's tag
-- ARGV: see page, then lifetime ms, silence ms
-- Returns { deadline that was looked at last, 1 if there may be more, else 0 }.
local now = now_ms()
local silent, deadline, more = page('deadlines', 0, now + tonumber(ARGV[3]) - tonumber(ARGV[4]))
for i = 1, #silent, 2 do
  local visit = silent[i]
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
return { deadline, more }
