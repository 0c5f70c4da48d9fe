-- Posts letters that were opened: puts down what is in them and announces them, once.
-- KEYS: the shard's tag
-- ARGV: mark against repetition, its time in ms, account, draft that they are of, then for each
-- letter: letter, kind, sealed body, sealed address or ''
-- Returns 'posted', 'repeated' or 'unopened' (a letter's key is not there).
local shard, account = KEYS[1], ARGV[3]
local mark = shard .. ':posted:' .. ARGV[1]

if redis.call('EXISTS', mark) == 1 then
  return 'repeated'
end
for i = 5, #ARGV, 4 do
  if not is_open(ARGV[i]) or meta(ARGV[i], 'erasing') then
    return 'unopened'
  end
end
for i = 5, #ARGV, 4 do
  local letter = ARGV[i]
  put(letter, 'body', ARGV[i + 2])
  if ARGV[i + 3] ~= '' and not meta(letter, 'noaddress') then
    put(letter, 'addr', ARGV[i + 3])
  end
  tell('org.lethe.letter.posted.v1', letter,
    { letter = letter, account = account, kind = ARGV[i + 1] })
end
redis.call('ZREM', shard .. ':drafts', ARGV[4])
redis.call('SET', mark, '1', 'PX', ARGV[2])
return 'posted'
