-- What is left of a scope on purpose: its event, a tombstone, notes of letters whose fate is to be told.

-- For longer than a chat can last, whose letters' ids are derived from its own.
local TOMBSTONE_LIFE = 37 * HOUR

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
