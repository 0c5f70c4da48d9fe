-- The chat has nearly lasted as long as any may.
-- ARGV: chat, ms until then
set_meta(ARGV[1], 'until', integer(now_ms() + tonumber(ARGV[2])))
return integer(renew(ARGV[1], HOUR))
