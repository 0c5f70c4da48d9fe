/** What both sides of a chat read. */
export const talk = {
  log: 'Messages',
  you: 'You',
  write: 'Write a message',
  send: 'Send',
  attach: 'Send a file',
  dropHere: 'Drop the file to send it',
  end: 'End chat',
  endQuestion:
    'End the chat? What is held of it here is then destroyed. If this site wants a transcript, it is kept here sealed until it is mailed or given up.',
  endYes: 'End and destroy',
  endNo: 'Go on',
  ending: 'The chat is ending …',
  typing: '{name} is typing …',
  sending: 'Sending …',
  sent: 'Sent',
  seen: 'Seen',
  newBelow: '↓ {count} new',
  retry: 'Try again',
  discard: 'Discard',
  cancel: 'Cancel',
  download: 'Download',
  destroyedMessages: { one: '{count} message', other: '{count} messages' },
  destroyedFiles: { one: '{count} file', other: '{count} files' },
};

export const problemsOfTalk = {
  network: 'No connection. Please try again.',
  'too-many-requests': 'That was a lot at once. Please wait a moment.',
  'too-large': 'That is too large.',
  'file-too-large': 'This file is too large; it may have 25 MB.',
  'file-empty': 'This file is empty.',
  'file-type-refused': 'Files of this type are not accepted.',
  'unsupported-type': 'Files of this type are not accepted.',
  'mailbox-unsupported': 'Letters before the @ may only be of the English alphabet.',
  'chat-ended': 'The chat has ended.',
  other: 'Something went wrong. Please try again.',
};
