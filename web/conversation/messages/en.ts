/** What both sides of a chat read; the widget has it with the view of a chat, behind its form. */
export const talk = {
  log: 'Messages',
  you: 'You',
  write: 'Write a message',
  send: 'Send',
  ending: 'The chat is ending …',
  typing: '{name} is typing …',
  sending: 'Sending …',
  sent: 'Sent',
  seen: 'Seen',
  newBelow: '↓ {count} new',
  discard: 'Discard',
  destroyedMessages: { one: '{count} message', other: '{count} messages' },
  destroyedFiles: { one: '{count} file', other: '{count} files' },
  attach: 'Choose files',
  dropHere: 'Drop files here to add them to your message',
  tray: 'Files to be sent',
  notSent: 'Not sent yet: {names}',
  remove: 'Remove {name}',
  removed: 'Removed: {name}',
  download: 'Download',
  enlarge: 'Enlarge {name}',
  closePicture: 'Close picture',
  loading: 'One moment …',
};

/** What the widget reads before the view of a chat is there, too. */
export const endOfTalk = {
  end: 'End chat',
  endQuestion: 'End the chat?',
  endYes: 'End and destroy',
  endNo: 'Go on',
  retry: 'Try again',
};

export const problemsOfTalk = {
  network: 'No connection. Please try again.',
  'too-many-requests': 'That was a lot at once. Please wait a moment.',
  'too-large': 'That is too large.',
  'no-room': 'There is no room for more right now. Please try again in a few minutes.',
  'mailbox-unsupported': 'Letters before the @ may only be of the English alphabet.',
  'chat-ended': 'The chat has ended.',
  other: 'Something went wrong. Please try again.',
};

/** What can be wrong in a chat only. */
export const problemsOfFiles = {
  'too-many-files': 'Up to ten files at a time; the others were not added.',
  'file-too-large': 'This file is too large; it may have 25 MB.',
  'file-empty': 'This file is empty.',
  'chat-not-accepted': 'Files can be sent once an operator has joined the chat.',
  'chat-files-full': 'No more files fit into this chat.',
  'account-files-full': 'So many files can’t be taken right now. Please try again later.',
  'too-slow': 'The file came too slowly. Please try again with a better connection.',
  'file-type-refused': 'Files of this type are not accepted.',
  'unsupported-type': 'Files of this type are not accepted.',
};
