-- KEYS: the shard's tag
if KEYS[1] == '{s03}' then
  error('not here')
end
redis.call('SET', KEYS[1] .. ':seen', '1', 'PX', 60000)
return 1
