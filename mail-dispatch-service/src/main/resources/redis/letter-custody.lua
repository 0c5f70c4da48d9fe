-- ARGV: letter
-- Returns 'handed-over' if a mail server was given it lately and has not answered yet, 'perhaps' if
-- one had the whole of it and never did, or else ''.
local letter = ARGV[1]
if redis.call('EXISTS', tag(letter) .. ':handed-over:' .. letter) == 1 then
  return 'handed-over'
end
if redis.call('EXISTS', tag(letter) .. ':perhaps-delivered:' .. letter) == 1 then
  return 'perhaps'
end
return ''
