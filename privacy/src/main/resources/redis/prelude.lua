-- Stands before every script of the suite, behind scopes.lua and events.lua: scopes, deadlines,
-- destruction, outbox.
-- The vault's own scripts are in vault/; a service's scripts use the same functions.
-- Key records (slots kc and ka) are never read by a script: Lua's heap is not scrubbed.

local SECOND = 1000
local HOUR = 3600 * SECOND

-- Non-personal state outlives the keys a little, so that a late reaper can still tell whose they were.
local META_GRACE = HOUR
-- Where no reaper is, an entry of the index outlives the keys by so much at most, and finds nothing. It is moved
-- that seldom while its scope is renewed.
local INDEX_GRACE = 60 * SECOND
local OUTBOX_LIFE = 24 * HOUR
-- For longer than a chat can last, whose letters' ids are derived from its own.
local TOMBSTONE_LIFE = 37 * HOUR
-- Category.CHAT_RECEIPT: for so long a chat's receipt can be made, and who comes late learns of its end.
local FAREWELL_LIFE = 24 * HOUR
-- Category.CALLBACK: for so long after the last notice of a line its line is kept, whoever tries it.
local NOTICE_LIFE = 24 * HOUR

local function kind_of(scope)
  return string.sub(scope, 1, 1)
end

-- '{s17}', from the scope's id.
local function tag(scope)
  return '{s' .. string.sub(scope, 2, 3) .. '}'
end

local function raw_slot(scope, name)
  return tag(scope) .. ':' .. scope .. ':' .. name
end

local function is_remains(scope, name)
  for _, each in ipairs(REMAINS[kind_of(scope)]) do
    if each == name then
      return true
    end
  end
  return false
end

-- The key of a slot: 'm', or one of the remains of the scope's kind.
local function slot(scope, name)
  if name ~= 'm' and not is_remains(scope, name) then
    error('unknown slot ' .. name .. ' of a scope of kind ' .. kind_of(scope))
  end
  return raw_slot(scope, name)
end

local function open_index(scope, account)
  return tag(scope) .. ':open:' .. kind_of(scope) .. ':' .. account
end

local function deadlines(scope)
  return tag(scope) .. ':deadlines'
end

-- The tags of the shards that the script works on, one after the other: KEYS[1] is that of the present one.
local SHARDS = { unpack(KEYS) }

-- Such a key of each of them.
local function shard_keys(name)
  local keys = {}
  for i, shard in ipairs(SHARDS) do
    keys[i] = shard .. ':' .. name
  end
  return unpack(keys)
end

-- By name and shard: read once, for all shards.
local plain_values = {}

-- The value of one of the shard's own keys, 'forward' or 'lease', or false.
local function of_shard(name)
  local values = plain_values[name]
  if not values then
    values = {}
    for i, value in ipairs(redis.call('MGET', shard_keys(name))) do
      values[SHARDS[i]] = value
    end
    plain_values[name] = values
  end
  return values[KEYS[1]]
end

-- By name.
local somewhere = {}

-- Whether one of the shards may have such a key of its own: asked once, for all of them, so that a look at shards
-- with nothing costs one command. A set without members has no key.
local function is_anywhere(name)
  -- Of one shard it is as much to ask what is wanted.
  if #SHARDS == 1 then
    return true
  end
  if somewhere[name] == nil then
    somewhere[name] = redis.call('EXISTS', shard_keys(name)) > 0
  end
  return somewhere[name]
end

-- By how many milliseconds the shard's time is ahead of its Redis' (set-forward.lua).
local function set_forward_by()
  return tonumber(of_shard('forward') or '0')
end

local store_time

-- Redis' own time in milliseconds, in which times to live end. It stops for a script, so it is asked once.
local function redis_ms()
  if not store_time then
    local time = redis.call('TIME')
    store_time = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
  end
  return store_time
end

-- The shard's time in milliseconds, in which deadlines are: that of its Redis, but it never goes back.
local function now_ms()
  return redis_ms() + set_forward_by()
end

-- Numbers of more than 14 digits would be written as 1.7e+12.
local function integer(number)
  return string.format('%.0f', number)
end

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

-- Nobody writes beside a script: what is read of a scope's meta is read once.
local metas = {}
-- Of which scopes that is all; of the others a field that is not there has the value false.
local is_whole = {}

-- All fields of the scope's meta, by their names.
local function all_meta(scope)
  if not is_whole[scope] then
    local fields = {}
    local found = redis.call('HGETALL', raw_slot(scope, 'm'))
    for i = 1, #found, 2 do
      fields[found[i]] = found[i + 1]
    end
    metas[scope], is_whole[scope] = fields, true
  end
  return metas[scope]
end

-- Reads these fields of the scope's meta and no others, for a script that is run often: some are long, and
-- none is to lie in Lua's heap for nothing. What else is asked for is read then. To be called before all else.
local function read_meta(scope, ...)
  local names, fields = { ... }, {}
  for i, value in ipairs(redis.call('HMGET', raw_slot(scope, 'm'), ...)) do
    fields[names[i]] = value
  end
  metas[scope] = fields
end

-- A field of the scope's meta, or false.
local function meta(scope, field)
  local fields = metas[scope]
  if not fields or fields[field] == nil then
    fields = all_meta(scope)
  end
  return fields[field] or false
end

-- Sets fields of the scope's meta: field, value, field, value... Values are texts.
local function set_meta(scope, ...)
  redis.call('HSET', raw_slot(scope, 'm'), ...)
  local values, fields = { ... }, metas[scope]
  for i = 1, fields and #values or 0, 2 do
    fields[values[i]] = values[i + 1]
  end
end

-- Takes fields out of the scope's meta. Returns how many were there.
local function unset_meta(scope, ...)
  local fields = metas[scope]
  for _, field in ipairs(fields and { ... } or {}) do
    fields[field] = nil
  end
  return redis.call('HDEL', raw_slot(scope, 'm'), ...)
end

-- Adds one to a field of the scope's meta. Returns what it is then.
local function count_up(scope, field)
  local count = integer(tonumber(meta(scope, field) or '0') + 1)
  set_meta(scope, field, count)
  return tonumber(count)
end

-- A field of the meta of one of many scopes, of which nothing else is asked: or false.
local function glance(scope, field)
  return redis.call('HGET', raw_slot(scope, 'm'), field)
end

-- Whether the content key of the scope is there.
local function has_key(scope)
  return redis.call('EXISTS', raw_slot(scope, 'kc')) == 1
end

-- True from registration until destruction.
local function is_open(scope)
  return has_key(scope) and meta(scope, 'created') ~= false
end

-- Gives a key of the scope the time to live of the scope's content key.
local function keep(scope, key)
  local life = redis.call('PTTL', raw_slot(scope, 'kc'))
  if life > 0 then
    redis.call('PEXPIRE', key, life)
  end
end

-- Writes one of the remains as a plain value, with the scope's time to live.
local function put(scope, name, value)
  local key = slot(scope, name)
  local life = redis.call('PTTL', raw_slot(scope, 'kc'))
  if life > 0 then
    redis.call('SET', key, value, 'PX', life)
  end
end

local filled = {}

-- Leaves an event for the relay, in the outbox of a shard ('{s17}'). The relay is told once of all that a script
-- leaves: it looks when the script is over.
local function emit(shard_tag, event_type, subject, data)
  local stream = shard_tag .. ':outbox'
  redis.call('XADD', stream, '*', 'type', event_type, 'subject', subject, 'data', data)
  if not filled[shard_tag] then
    filled[shard_tag] = true
    redis.call('PEXPIRE', stream, OUTBOX_LIFE)
    redis.call('PUBLISH', 'lethe:outbox', string.sub(shard_tag, 3, 4))
  end
end

-- Tells an event of the contracts about a scope, with a value for each of its fields.
local function tell(event, scope, values)
  local data = string.gsub(EVENTS[event], '%$(%a+)', function(field)
    return values[field] or error('no ' .. field .. ' for ' .. event)
  end)
  emit(tag(scope), event, scope, data)
end

-- Emits the events that Outbox.args put into ARGV from an index on: count, then type, subject, data.
-- Returns the index after them.
local function emit_args(scope, argv, from)
  local count = tonumber(argv[from])
  for i = 0, count - 1 do
    local at = from + 1 + i * 3
    emit(tag(scope), argv[at], argv[at + 1], argv[at + 2])
  end
  return from + 1 + count * 3
end

-- Leaves what controllers are to be told of a request, which may be over by then: notices that NoticeSeal.args put
-- into ARGV from an index on: count, then line, rank and sealed notice of each. One that waits already stays.
local function leave_notices(erasure, argv, from)
  local due = tag(erasure) .. ':notices'
  for i = 0, tonumber(argv[from]) - 1 do
    local at = from + 1 + i * 3
    local line, rank = erasure .. ':' .. argv[at], argv[at + 1]
    local key = due .. ':' .. line
    if redis.call('HSETNX', key, rank, argv[at + 2]) == 1 then
      redis.call('HSET', key, rank .. ':since', integer(now_ms()))
      redis.call('PEXPIRE', key, NOTICE_LIFE)
      -- A line that waits for its first one waits on.
      redis.call('ZADD', due, 'NX', integer(now_ms()), line)
      redis.call('PEXPIRE', due, NOTICE_LIFE)
    end
  end
end

-- The blind index: where is noted whom a term finds on a shard ('{s17}'). A term is 'a' if it goes with the
-- address, else 'c', and a keyed hash (Terms); the slot 'terms' has those of a scope. Each scope has the score
-- until when it is found, in milliseconds of Redis' own time.
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

-- Gives all that is kept of a scope the time to live behind its deadline, in the time of Redis; its entries of the
-- index end a little later.
local function expire(scope, deadline)
  local expiry = deadline + tonumber(meta(scope, 'margin')) - set_forward_by()
  redis.call('PEXPIREAT', raw_slot(scope, 'kc'), integer(expiry))
  redis.call('PEXPIREAT', raw_slot(scope, 'ka'), integer(expiry))
  for _, name in ipairs(REMAINS[kind_of(scope)]) do
    redis.call('PEXPIREAT', raw_slot(scope, name), integer(expiry))
  end
  keep_found(scope, expiry)
  redis.call('PEXPIREAT', raw_slot(scope, 'm'), integer(expiry + META_GRACE))
  redis.call('PEXPIREAT', open_index(scope, meta(scope, 'account')), integer(expiry + META_GRACE), 'GT')
  redis.call('PEXPIREAT', deadlines(scope), integer(expiry + META_GRACE), 'GT')
end

-- Moves the deadline of an open scope to now + lifetime, never beyond its 'until'.
-- Returns the deadline, or 0 if the scope is not open.
local function renew(scope, lifetime)
  if not is_open(scope) then
    return 0
  end
  local deadline = now_ms() + lifetime
  local last = tonumber(meta(scope, 'until'))
  if last > 0 and deadline > last then
    deadline = last
  end
  redis.call('ZADD', deadlines(scope), integer(deadline), scope)
  expire(scope, deadline)
  return deadline
end

-- Overwrites a key record where it is, then lets it go. UNLINK alone leaves its bytes in memory.
local function zero(key)
  local length = redis.call('STRLEN', key)
  if length > 0 then
    redis.call('SETRANGE', key, 0, string.rep('\0', length))
    redis.call('UNLINK', key)
  end
  return length > 0
end

-- Counts that a mail server had the whole of an open letter and gave no word, and remembers it for
-- some milliseconds longer than the letter can last.
local function note_unanswered(letter, longer)
  local deadline = tonumber(redis.call('ZSCORE', deadlines(letter), letter))
  count_up(letter, 'unanswered')
  redis.call('SET', tag(letter) .. ':perhaps-delivered:' .. letter, '1',
    'PX', integer(deadline - now_ms() + longer))
end

local function destroyed_event(scope, reason, account)
  local outcomes = {
    dispatched = 'dispatched',
    deadline = 'lost',
    ['perhaps-delivered'] = 'perhaps-delivered'
  }
  local events = {
    v = 'visit.destroyed',
    c = 'chat.destroyed',
    l = 'letter.' .. (outcomes[reason] or 'erased')
  }
  local event = events[kind_of(scope)]
  if event then
    tell('org.lethe.' .. event .. '.v1', scope,
      { visit = scope, chat = scope, letter = scope, account = account, reason = reason })
  end
end

-- Notes a lost letter, or one that is perhaps lost, by its id until mail-dispatch has told the
-- account: that may be away for longer than the event is kept. With it is noted of what kind it was.
local function note_lost(scope, reason, account)
  local is_told = reason == 'deadline' or reason == 'perhaps-delivered'
  if kind_of(scope) == 'l' and is_told and account then
    local lost = tag(scope) .. ':lost'
    -- As services of the version before write and read it of a notice.
    local words = { ['lost-notice'] = 'notice' }
    local kind = meta(scope, 'kind') or ''
    redis.call('HSET', lost, scope, account .. ' ' .. reason .. ' ' .. (words[kind] or kind))
    redis.call('PEXPIRE', lost, TOMBSTONE_LIFE)
  end
end

-- Ids of letters and requests are derived: what is sent again must not open again. A request that
-- nobody was done with in time may.
local function bury(scope, reason)
  local kind = kind_of(scope)
  if kind == 'l' or (kind == 'e' and reason ~= 'deadline') then
    redis.call('SET', raw_slot(scope, 'gone'), reason, 'PX', TOMBSTONE_LIFE)
  end
end

-- The number of the receipt for a chat's destruction, as ChatReceiptId derives it. It is given to
-- anybody, and leads nobody to the chat.
local function receipt_of(chat)
  return 'r' .. string.sub(chat, 2, 3) .. '-' .. string.sub(redis.sha1hex('receipt of ' .. chat), 1, 26)
end

-- Where is noted what a chat's destruction left, by the number of its receipt.
local function farewell(receipt)
  return tag(receipt) .. ':farewell:' .. receipt
end

-- How many messages, the question of its form among them, and files a chat has; nothing of one that was only
-- being opened.
local function contents_of(chat)
  local messages = meta(chat, 'seq')
  if messages then
    return integer(tonumber(messages) + tonumber(meta(chat, 'questions') or '0')),
      integer(redis.call('HLEN', raw_slot(chat, 'files')))
  end
end

-- What is told of a chat that is destroyed now: '<reason> <messages> <files> <ms>', the reason a code
-- of EndReason; nothing of one that was only being opened.
local function farewell_words(chat, reason)
  local messages, files = contents_of(chat)
  if not messages then
    return nil
  end
  local reasons = { ended = meta(chat, 'reason'), deadline = 'deadline', closed = 'closed' }
  return table.concat({
    reasons[reason] or 'erasure', messages, files, integer(now_ms())
  }, ' ')
end

-- Destroys a scope: keys first, then entries of the index, remains and deadline; tells outbox and signal.
-- The reason is a code of DestroyReason. Returns the number of remains, or -1 if nothing was there; and of a
-- chat whose keys were there what is told of it, which is noted for its receipt in the same step.
local function destroy(scope, reason)
  -- A full Redis refuses a script whose first write may take memory, as overwriting may.
  redis.call('ZREM', deadlines(scope), scope)
  local had_key = zero(raw_slot(scope, 'kc'))
  zero(raw_slot(scope, 'ka'))
  local account = meta(scope, 'account')
  if not had_key and not account then
    return -1
  end
  if reason == 'deadline' and meta(scope, 'unanswered') then
    -- A mail server may have it all the same.
    reason = 'perhaps-delivered'
  end
  local told = kind_of(scope) == 'c' and had_key and farewell_words(scope, reason) or nil
  if meta(scope, 'indexed') then
    leave(scope, terms_of(scope))
  end
  local names = {}
  for _, name in ipairs(REMAINS[kind_of(scope)]) do
    table.insert(names, raw_slot(scope, name))
  end
  local remains = redis.call('UNLINK', unpack(names))
  bury(scope, reason)
  note_lost(scope, reason, account)
  redis.call('UNLINK', raw_slot(scope, 'm'))
  metas[scope], is_whole[scope] = nil, nil
  if account then
    redis.call('ZREM', open_index(scope, account), scope)
    destroyed_event(scope, reason, account)
  end
  if told then
    redis.call('SET', farewell(receipt_of(scope)), told .. ' ' .. scope, 'PX', FAREWELL_LIFE)
  end
  redis.call('PUBLISH', 'lethe:destroyed', scope .. ' ' .. reason)
  return remains, told
end

-- How many records the store has of a scope: keys, meta, remains, and entries of the index.
local function count_records(scope)
  local names = { raw_slot(scope, 'kc'), raw_slot(scope, 'ka'), raw_slot(scope, 'm') }
  for _, name in ipairs(REMAINS[kind_of(scope)]) do
    table.insert(names, raw_slot(scope, name))
  end
  return redis.call('EXISTS', unpack(names)) + count_entries(scope)
end

-- Destroys the address compartment of an open scope, and has nobody find it by its address. Returns whether there
-- was one.
local function destroy_address(scope)
  -- First, as in destroy, what a full Redis takes.
  redis.call('UNLINK', raw_slot(scope, 'addr'))
  if is_open(scope) then
    set_meta(scope, 'noaddress', '1')
  end
  local had_key = zero(raw_slot(scope, 'ka'))
  if meta(scope, 'indexed') then
    leave(scope, terms_of(scope, 'a'))
  end
  if had_key then
    redis.call('PUBLISH', 'lethe:destroyed', scope .. ' address')
  end
  return had_key
end
