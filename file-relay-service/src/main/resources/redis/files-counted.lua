-- Counts files that are about to be removed of a chat that is gone, each once.
-- ARGV[1] chat  ARGV[2] milliseconds to remember  ARGV[3...] file, sealed bytes, file, sealed bytes...
local counted = tag(ARGV[1]) .. ':files-removed:' .. ARGV[1]
local untold = tag(ARGV[1]) .. ':files-untold:' .. ARGV[1]
for i = 3, #ARGV, 2 do
  if redis.call('HSETNX', counted, ARGV[i], ARGV[i + 1]) == 1 then
    redis.call('HSET', untold, ARGV[i], ARGV[i + 1])
  end
end
redis.call('PEXPIRE', counted, ARGV[2])
redis.call('PEXPIRE', untold, ARGV[2])
return 1
