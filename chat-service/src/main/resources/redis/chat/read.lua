-- Notes how far a side has read, and tells the other.
-- ARGV: chat, side ('visitor' or 'operator'), seq
-- Returns 1 when it is news, else 0.
local chat, side, seq = ARGV[1], ARGV[2], tonumber(ARGV[3])

read_meta(chat, 'created', 'state', 'erasing', 'seq', 'read-' .. side)
if not is_open(chat) then
  return 0
end
local state = meta(chat, 'state')
if not state or state == 'ending' or meta(chat, 'erasing') then
  return 0
end
if seq > tonumber(meta(chat, 'seq')) or seq <= tonumber(meta(chat, 'read-' .. side) or '0') then
  return 0
end
set_meta(chat, 'read-' .. side, integer(seq))
redis.call('SPUBLISH', tag(chat) .. ':chat:' .. chat, 'r ' .. side .. ' ' .. integer(seq))
return 1
