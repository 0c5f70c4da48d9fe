-- A letter was lost: the account's consoles are told, and its note is done with. Two may have read
-- the note, and one of them tells; of a lost store there is no note.
-- ARGV[1] letter, ARGV[2] '1' if it is told without a note, then the event of it
local is_noted = redis.call('HDEL', tag(ARGV[1]) .. ':lost', ARGV[1]) == 1
if is_noted or ARGV[2] == '1' then
  emit_args(ARGV[1], ARGV, 3)
end
