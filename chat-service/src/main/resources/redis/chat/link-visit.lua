-- Links a visit to its chat, if the visit has the chat that the caller believes it has.
-- ARGV: visit, chat or '' to unlink, expected chat or '' for none
-- Returns 'linked', 'gone', or the chat that the visit has instead ('' for none).
local visit, chat, expected = ARGV[1], ARGV[2], ARGV[3]

if not is_open(visit) or meta(visit, 'erasing') then
  return 'gone'
end
local current = meta(visit, 'chat') or ''
if current ~= expected then
  return current
end
if chat == '' then
  redis.call('HDEL', slot(visit, 'm'), 'chat')
else
  set_meta(visit, 'chat', chat)
end
return 'linked'
