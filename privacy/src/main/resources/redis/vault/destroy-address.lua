-- ARGV: scope
-- Returns 1, or 0 if there was no address key.
return destroy_address(ARGV[1]) and 1 or 0
