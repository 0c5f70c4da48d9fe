-- The blind index: which open scopes are found by what names a person. A term is 'a' if it goes with the
-- address, else 'c', and a keyed hash (Terms); the slot 'terms' has those of a scope.

-- Where no reaper is, an entry of the index outlives the keys by so much at most, and finds nothing. It is moved
-- that seldom while its scope is renewed.
local INDEX_GRACE = 60 * SECOND

-- Where is noted whom a term finds on a shard ('{s17}'). Each scope has the score until when it is found, in
-- milliseconds of Redis' own time.
local function found_by(shard_tag, term)
  return shard_tag .. ':by:' .. string.sub(term, 2)
end

-- Has terms find a scope until a time of Redis.
local function enter(scope, terms, last)
  local ends = integer(last)
  for _, term in ipairs(terms) do
    local key = found_by(tag(scope), term)
    -- Those whose keys ran out by themselves: others may be found by the same term for long.
    redis.call('ZREMRANGEBYSCORE', key, '-inf', '(' .. integer(redis_ms()))
    redis.call('ZADD', key, ends, scope)
    if redis.call('PEXPIRETIME', key) < last then
      redis.call('PEXPIREAT', key, ends)
    end
  end
end

-- Terms find a scope no more.
local function leave(scope, terms)
  for _, term in ipairs(terms) do
    redis.call('ZREM', found_by(tag(scope), term), scope)
  end
  if #terms > 0 then
    redis.call('SREM', raw_slot(scope, 'terms'), unpack(terms))
  end
end

-- By which terms a scope is found: those of a kind, 'a' or 'c', or all.
local function terms_of(scope, kind)
  local terms = {}
  for _, term in ipairs(redis.call('SMEMBERS', raw_slot(scope, 'terms'))) do
    if not kind or string.sub(term, 1, 1) == kind then
      terms[#terms + 1] = term
    end
  end
  return terms
end

-- How many entries of the index find a scope.
local function count_entries(scope)
  local count = 0
  for _, term in ipairs(terms_of(scope)) do
    if redis.call('ZSCORE', found_by(tag(scope), term), scope) then
      count = count + 1
    end
  end
  return count
end

-- Moves the end of a scope's entries, where it is no more between its keys' and a little later. Mostly it is, and
-- nothing is asked.
local function keep_found(scope, expiry)
  local last = tonumber(meta(scope, 'indexed') or '')
  if last and (last < expiry or last > expiry + INDEX_GRACE) then
    last = expiry + INDEX_GRACE
    enter(scope, terms_of(scope), last)
    set_meta(scope, 'indexed', integer(last))
  end
end

-- Has an open scope found by these terms too; not by those of its address if that was destroyed.
local function index(scope, terms)
  local allowed = {}
  for _, term in ipairs(terms) do
    if string.sub(term, 1, 1) ~= 'a' or not meta(scope, 'noaddress') then
      allowed[#allowed + 1] = term
    end
  end
  if #allowed == 0 then
    return
  end
  local expiry = redis.call('PEXPIRETIME', raw_slot(scope, 'kc'))
  local last = tonumber(meta(scope, 'indexed') or '')
  if not last then
    last = expiry + INDEX_GRACE
    set_meta(scope, 'indexed', integer(last))
  end
  enter(scope, allowed, last)
  redis.call('SADD', raw_slot(scope, 'terms'), unpack(allowed))
  redis.call('PEXPIREAT', raw_slot(scope, 'terms'), integer(expiry))
end

-- Has an open scope found by these terms instead of all it was found by, but for those of its address.
local function reindex(scope, terms)
  local kept, old = {}, {}
  for _, term in ipairs(terms) do
    kept[term] = true
  end
  for _, term in ipairs(terms_of(scope, 'c')) do
    if kept[term] then
      kept[term] = nil
    else
      old[#old + 1] = term
    end
  end
  leave(scope, old)
  local new = {}
  for _, term in ipairs(terms) do
    if kept[term] then
      new[#new + 1] = term
    end
  end
  index(scope, new)
end
