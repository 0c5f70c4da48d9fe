-- ARGV: erasure, notices (leave_notices)
leave_notices(ARGV[1], ARGV, 2)
return 1
