-- ARGV: chat
-- Returns what its destruction left of it for those who come too late (farewell_words), or nothing.
local noted = redis.call('GET', farewell(receipt_of(ARGV[1])))
return noted and string.sub(noted, 1, -#ARGV[1] - 2)
