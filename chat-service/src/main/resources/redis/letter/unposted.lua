-- Which letters are open but were never posted: nothing came of them.
-- ARGV: letters
-- Returns them.
local unposted = {}
for _, letter in ipairs(ARGV) do
  if is_open(letter) and redis.call('EXISTS', slot(letter, 'body')) == 0 then
    unposted[#unposted + 1] = letter
  end
end
return unposted
