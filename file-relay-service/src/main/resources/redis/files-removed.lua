-- Counts files that were removed of a chat that is gone, and tells it.
-- ARGV[1] chat  ARGV[2] files  ARGV[3] bytes  ARGV[4] milliseconds to remember
-- ARGV[5] type and ARGV[6] data of FilesDestroyed
local counts = tag(ARGV[1]) .. ':files-removed:' .. ARGV[1]
redis.call('HINCRBY', counts, 'files', ARGV[2])
redis.call('HINCRBY', counts, 'bytes', ARGV[3])
redis.call('PEXPIRE', counts, ARGV[4])
emit(tag(ARGV[1]), ARGV[5], ARGV[1], ARGV[6])
