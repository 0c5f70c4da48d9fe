-- ARGV: scope, terms that it is found by now
reindex(ARGV[1], { unpack(ARGV, 2) })
return 1
