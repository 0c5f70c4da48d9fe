-- ARGV: letter
-- Returns 1 if the mail server was given it lately.
return redis.call('EXISTS', tag(ARGV[1]) .. ':handed-over:' .. ARGV[1])
