-- The events that a script can tell, as JSON with a place for each field of the record.
-- Written from the contracts by EventsLuaTest; an event or a field is added there.
local EVENTS = {
  ['org.lethe.visit.started.v1'] =
    '{"visit":"$visit","account":"$account"}',
  ['org.lethe.visit.destroyed.v1'] =
    '{"visit":"$visit","account":"$account","reason":"$reason"}',
  ['org.lethe.chat.requested.v1'] =
    '{"chat":"$chat","account":"$account","visit":"$visit"}',
  ['org.lethe.chat.accepted.v1'] =
    '{"chat":"$chat","account":"$account","visit":"$visit","operator":"$operator","waitedMillis":$waitedMillis}',
  ['org.lethe.chat.ended.v1'] =
    '{"chat":"$chat","account":"$account","visit":"$visit","reason":"$reason","messages":$messages,"files":$files,"letters":$letters,"durationMillis":$durationMillis}',
  ['org.lethe.chat.destroyed.v1'] =
    '{"chat":"$chat","account":"$account","reason":"$reason"}',
  ['org.lethe.chat.lost.v1'] =
    '{"chat":"$chat","account":"$account"}',
  ['org.lethe.file.stored.v1'] =
    '{"chat":"$chat","file":"$file","account":"$account","bytes":$bytes}',
  ['org.lethe.files.destroyed.v1'] =
    '{"chat":"$chat","account":"$account","files":$files,"bytes":$bytes}',
  ['org.lethe.letter.posted.v1'] =
    '{"letter":"$letter","account":"$account","kind":"$kind"}',
  ['org.lethe.letter.dispatched.v1'] =
    '{"letter":"$letter","account":"$account"}',
  ['org.lethe.letter.lost.v1'] =
    '{"letter":"$letter","account":"$account"}',
  ['org.lethe.letter.perhaps-delivered.v1'] =
    '{"letter":"$letter","account":"$account"}',
  ['org.lethe.letter.erased.v1'] =
    '{"letter":"$letter","account":"$account"}',
  ['org.lethe.loss.chat-noted.v1'] =
    '{"chat":"$chat","account":"$account","waited":$waited}',
  ['org.lethe.erasure.completed.v1'] =
    '{"erasure":"$erasure","receipt":"$receipt"}'
}
