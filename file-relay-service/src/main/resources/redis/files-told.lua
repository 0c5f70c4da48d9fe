-- Tells FilesDestroyed of the files that were counted and not told yet.
-- ARGV[1] chat  ARGV[2] account
-- Returns { files, bytes }; of none nothing is told.
local chat = ARGV[1]
local untold = tag(chat) .. ':files-untold:' .. chat
local files, bytes = 0, 0
for _, size in ipairs(redis.call('HVALS', untold)) do
  files = files + 1
  bytes = bytes + tonumber(size)
end
if files > 0 then
  redis.call('DEL', untold)
  tell('org.lethe.files.destroyed.v1', chat,
    { chat = chat, account = ARGV[2], files = files, bytes = integer(bytes) })
end
return { files, integer(bytes) }
