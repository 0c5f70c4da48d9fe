-- Tells once that a chat went with its store, whoever of the replicas notices it first.
-- ARGV: chat, account, milliseconds that the telling is remembered, whether it waited for an operator
local chat = ARGV[1]
local mark = tag(chat) .. ':lost-chat:' .. chat
if redis.call('SET', mark, '1', 'PX', ARGV[3], 'NX') then
  tell('org.lethe.chat.lost.v1', chat, { chat = chat, account = ARGV[2] })
  tell('org.lethe.loss.chat-noted.v1', chat,
    { chat = chat, account = ARGV[2], waited = ARGV[4] })
end
