-- ARGV: scope, lifetime ms
-- Returns the new deadline, or 0 if the scope is not open.
return integer(renew(ARGV[1], tonumber(ARGV[2])))
