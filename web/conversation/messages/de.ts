export const talk = {
  log: 'Nachrichten',
  you: 'Sie',
  write: 'Nachricht schreiben',
  send: 'Senden',
  ending: 'Der Chat wird beendet …',
  typing: '{name} schreibt …',
  sending: 'Wird gesendet …',
  sent: 'Gesendet',
  seen: 'Gelesen',
  newBelow: '↓ {count} neu',
  discard: 'Verwerfen',
  destroyedMessages: { one: '{count} Nachricht', other: '{count} Nachrichten' },
  destroyedFiles: { one: '{count} Datei', other: '{count} Dateien' },
  attach: 'Dateien auswählen',
  dropHere: 'Dateien hier ablegen, um sie der Nachricht hinzuzufügen',
  tray: 'Zu sendende Dateien',
  notSent: 'Noch nicht gesendet: {names}',
  remove: '{name} entfernen',
  removed: 'Entfernt: {name}',
  download: 'Herunterladen',
  enlarge: '{name} vergrößern',
  closePicture: 'Bild schließen',
  loading: 'Einen Moment …',
};

export const endOfTalk = {
  end: 'Chat beenden',
  endQuestion: 'Chat beenden?',
  endYes: 'Beenden und vernichten',
  endNo: 'Weiter chatten',
  retry: 'Erneut versuchen',
};

export const problemsOfTalk = {
  network: 'Keine Verbindung. Bitte versuchen Sie es noch einmal.',
  'too-many-requests': 'Das war viel auf einmal. Bitte warten Sie einen Moment.',
  'too-large': 'Das ist zu groß.',
  'no-room': 'Gerade ist kein Platz für mehr. Bitte in ein paar Minuten noch einmal versuchen.',
  'mailbox-unsupported': 'Vor dem @ sind nur Buchstaben ohne Umlaute und Akzente möglich.',
  'chat-ended': 'Der Chat ist beendet.',
  other: 'Etwas ist schiefgegangen. Bitte versuchen Sie es noch einmal.',
};

export const problemsOfFiles = {
  'too-many-files': 'Höchstens zehn Dateien auf einmal; die anderen wurden nicht hinzugefügt.',
  'file-too-large': 'Diese Datei ist zu groß; sie darf 25 MB haben.',
  'file-empty': 'Diese Datei ist leer.',
  'chat-not-accepted': 'Dateien können gesendet werden, sobald jemand den Chat angenommen hat.',
  'chat-files-full': 'In diesen Chat passen keine weiteren Dateien.',
  'account-files-full':
    'So viele Dateien können gerade nicht angenommen werden. Bitte versuchen Sie es später noch einmal.',
  'too-slow':
    'Die Datei kam zu langsam. Bitte versuchen Sie es mit einer besseren Verbindung noch einmal.',
  'file-type-refused': 'Dateien dieser Art werden nicht angenommen.',
  'unsupported-type': 'Dateien dieser Art werden nicht angenommen.',
};
