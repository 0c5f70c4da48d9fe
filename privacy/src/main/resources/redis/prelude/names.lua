-- The names of a scope's keys; ScopeKeyNames knows the same ones.
-- Key records (slots kc and ka) are never read by a script: Lua's heap is not scrubbed.

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
