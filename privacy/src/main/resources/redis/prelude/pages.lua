-- Sorted sets of shards, read page by page.

-- Behind which score the page goes on that a script reads, or nothing if it is the shard's first (see page).
local function goes_on_behind()
  return string.match(ARGV[2], string.sub(KEYS[1], 2, 4) .. '=(%d+)')
end

-- A page of one of the shard's sorted sets, whose scores are whole numbers, up to a score (ShardPages). ARGV[1]: most
-- members of all shards of the call; ARGV[2]: behind which scores shards go on, as 's07=1764500000000 s12=...'; one
-- that is not named begins behind the score given.
-- Returns { member, score, member, score... }, the score that this was read up to, and 1 if there may be more, else 0.
local function page(name, begin, to)
  local most = tonumber(ARGV[1])
  local behind = goes_on_behind() or integer(begin)
  if not is_anywhere(name) then
    return {}, integer(to), 0
  end
  if most == 0 then
    return {}, behind, 1
  end
  local key = KEYS[1] .. ':' .. name
  local found = redis.call('ZRANGE', key, '(' .. behind, integer(to), 'BYSCORE', 'LIMIT', 0, most, 'WITHSCORES')
  -- Before the script may fail: other shards of the call go on.
  ARGV[1] = integer(most - #found / 2)
  if #found < 2 * most then
    return found, integer(to), 0
  end
  -- Those of the last score are read together: the next page begins behind it.
  local last = found[#found]
  while found[#found] == last do
    found[#found], found[#found - 1] = nil, nil
  end
  for _, member in ipairs(redis.call('ZRANGE', key, last, last, 'BYSCORE')) do
    found[#found + 1] = member
    found[#found + 1] = last
  end
  return found, last, 1
end
