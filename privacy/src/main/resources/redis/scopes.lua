-- What may be kept of a scope beside its keys and meta, by its kind: renewed, removed and
-- counted with it. Written from the catalogue by ScopesLuaTest; a slot is added there.
local REMAINS = {
  v = { 'view', 'addr', 'terms' },
  c = { 'form', 'log', 'addr', 'ids', 'files', 'ops', 'terms' },
  l = { 'body', 'addr', 'terms' },
  e = { 'sel', 'acks' }
}
