-- Writes what is sealed of a visit: its view, its address, or both.
-- ARGV: visit, revision that the view was read at ('' for the first), view or '', address or ''; where details were
-- changed: 'named', and the terms that those of them which name the visitor find it by
-- Returns 1, 0 if the visit is not open, or -1 if the view was changed since it was read.
local visit = ARGV[1]
if not is_open(visit) then
  return 0
end
if ARGV[3] ~= '' then
  local revision = meta(visit, 'rev') or ''
  if revision ~= ARGV[2] then
    return -1
  end
  put(visit, 'view', ARGV[3])
  set_meta(visit, 'rev', integer((tonumber(revision) or 0) + 1))
  if ARGV[5] == 'named' then
    reindex(visit, { unpack(ARGV, 6) })
  end
end
if ARGV[4] ~= '' and not meta(visit, 'noaddress') then
  put(visit, 'addr', ARGV[4])
end
redis.call('PUBLISH', 'lethe:visits:' .. meta(visit, 'account'), visit)
return 1
