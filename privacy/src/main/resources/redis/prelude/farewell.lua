-- What the destruction of a chat leaves for its receipt.

-- Category.CHAT_RECEIPT: for so long a chat's receipt can be made, and who comes late learns of its end.
local FAREWELL_LIFE = 24 * HOUR

-- The number of the receipt for a chat's destruction, as ChatReceiptId derives it. It is given to
-- anybody, and leads nobody to the chat.
local function receipt_of(chat)
  return 'r' .. string.sub(chat, 2, 3) .. '-' .. string.sub(redis.sha1hex('receipt of ' .. chat), 1, 26)
end

-- Where is noted what a chat's destruction left, by the number of its receipt.
local function farewell(receipt)
  return tag(receipt) .. ':farewell:' .. receipt
end

-- How many messages, the question of its form among them, and files a chat has; nothing of one that was only
-- being opened.
local function contents_of(chat)
  local messages = meta(chat, 'seq')
  if messages then
    return integer(tonumber(messages) + tonumber(meta(chat, 'questions') or '0')),
      integer(redis.call('HLEN', raw_slot(chat, 'files')))
  end
end

-- What is told of a chat that is destroyed now: '<reason> <messages> <files> <ms>', the reason a code
-- of EndReason; nothing of one that was only being opened.
local function farewell_words(chat, reason)
  local messages, files = contents_of(chat)
  if not messages then
    return nil
  end
  local reasons = { ended = meta(chat, 'reason'), deadline = 'deadline', closed = 'closed' }
  return table.concat({
    reasons[reason] or 'erasure', messages, files, integer(now_ms())
  }, ' ')
end
