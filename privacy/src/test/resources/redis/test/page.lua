-- KEYS: the shard's tag; ARGV: see page, then the score to begin behind, that to end with
local found, read_up_to, more = page('scores', tonumber(ARGV[3]), tonumber(ARGV[4]))
return { read_up_to, more, found }
