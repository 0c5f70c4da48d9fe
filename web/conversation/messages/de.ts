export const talk = {
  log: 'Nachrichten',
  you: 'Sie',
  write: 'Nachricht schreiben',
  send: 'Senden',
  attach: 'Datei senden',
  dropHere: 'Datei hier ablegen, um sie zu senden',
  end: 'Chat beenden',
  endQuestion:
    'Chat beenden? Was hier davon vorliegt, wird dann vernichtet. Will die Website eine Mitschrift, wird sie zuvor gemailt.',
  endYes: 'Beenden und vernichten',
  endNo: 'Weiter chatten',
  ending: 'Der Chat wird beendet …',
  typing: '{name} schreibt …',
  sending: 'Wird gesendet …',
  sent: 'Gesendet',
  seen: 'Gelesen',
  retry: 'Erneut versuchen',
  discard: 'Verwerfen',
  cancel: 'Abbrechen',
  download: '{name} herunterladen',
  destroyedMessages: { one: '{count} Nachricht', other: '{count} Nachrichten' },
  destroyedFiles: { one: '{count} Datei', other: '{count} Dateien' },
};

export const problemsOfTalk = {
  network: 'Keine Verbindung. Bitte versuchen Sie es noch einmal.',
  'too-many-requests': 'Das war viel auf einmal. Bitte warten Sie einen Moment.',
  'too-large': 'Das ist zu groß.',
  'file-type-refused': 'Dateien dieser Art werden nicht angenommen.',
  'unsupported-type': 'Dateien dieser Art werden nicht angenommen.',
  'chat-ended': 'Der Chat ist beendet.',
  other: 'Etwas ist schiefgegangen. Bitte versuchen Sie es noch einmal.',
};
