-- Gives a visit a chat, as chat-service does.
-- ARGV: visit, chat
set_meta(ARGV[1], 'chat', ARGV[2])
return 1
