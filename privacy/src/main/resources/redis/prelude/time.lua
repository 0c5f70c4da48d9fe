-- The two times of a shard: the one that deadlines are in, and Redis' own, in which times to live end.

local SECOND = 1000
local HOUR = 3600 * SECOND

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
