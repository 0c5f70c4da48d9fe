-- Destroys letters that were opened but never posted: nothing came of them. Looking and destroying
-- are one step, since whoever posts a letter in between was told that it is on its way.
-- KEYS: the shard's tag
-- ARGV: draft that they are of, which must be overdue, or '' for letters of a chat;
-- then the letters
-- Returns how many were destroyed.
local drafts, draft = KEYS[1] .. ':drafts', ARGV[1]

if draft ~= '' then
  local due = redis.call('ZSCORE', drafts, draft)
  -- Not there: it was posted. Not due: the message was sent again, and is taken up anew.
  if not due or tonumber(due) > now_ms() then
    return 0
  end
  redis.call('ZREM', drafts, draft)
end

local discarded = 0
for i = 2, #ARGV do
  if is_open(ARGV[i]) and redis.call('EXISTS', slot(ARGV[i], 'body')) == 0 then
    destroy(ARGV[i], 'erased')
    discarded = discarded + 1
  end
end
return discarded
