-- Counts the records that the store still has of a scope; that keys exist is asked, not what they are.
-- ARGV: scope
return count_records(ARGV[1])
