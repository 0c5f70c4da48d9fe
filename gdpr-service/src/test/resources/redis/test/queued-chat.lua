-- A chat is no longer only being opened, and so many messages were sent in it.
-- ARGV: chat, messages
set_meta(ARGV[1], 'state', 'active', 'seq', ARGV[2])
return 1
