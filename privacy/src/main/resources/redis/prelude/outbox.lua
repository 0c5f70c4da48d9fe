-- What is left for others to hear of, in the step in which it becomes true: events.

local OUTBOX_LIFE = 24 * HOUR

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
