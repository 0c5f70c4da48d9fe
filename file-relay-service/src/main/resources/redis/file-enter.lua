-- Enters a file into its chat, unless nobody has accepted it, or it has ended or is being erased.
-- ARGV[1] chat  ARGV[2] most files
-- to enter:  ARGV[3] file  ARGV[4] sealed note  ARGV[5...] events (emit_args)
-- Without a file it only tells whether one could be entered.
-- Returns 'entered', 'full', 'waiting' (nobody has accepted the chat) or 'ended'.
local chat = ARGV[1]
if not is_open(chat) then
  return 'ended'
end
local state = meta(chat, 'state')
if meta(chat, 'erasing') or (state ~= 'queued' and state ~= 'active') then
  return 'ended'
end
if state == 'queued' then
  return 'waiting'
end
local files = slot(chat, 'files')
if redis.call('HLEN', files) >= tonumber(ARGV[2]) then
  return 'full'
end
if ARGV[3] then
  redis.call('HSET', files, ARGV[3], ARGV[4])
  keep(chat, files)
  emit_args(chat, ARGV, 5)
end
return 'entered'
