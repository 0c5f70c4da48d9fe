import type { Translated } from '../../../text/catalogue';

/** What is read about one's own data and after a withdrawal, and nowhere before: it comes with their views. */
export const dataMessages = {
  withdrawing: 'Destroying …',
  withdrawnTitle: 'Your consent is withdrawn',
  since: 'since {when}',
  visit: 'Your visit',
  chat: 'Your chat',
  transcript: 'A transcript on its way',
  offlineMessage: 'A message on its way',
  letter: 'A letter on its way',
  pages: { one: '{count} page that you opened', other: '{count} pages that you opened' },
  referrer: 'Where you came from',
  place: 'Your place',
  network: 'Your network’s provider',
  device: 'Browser, system, device',
  address: 'IP address',
  host: 'Host name',
  agreed: 'You agreed',
  name: 'Name',
  email: 'E-mail',
  question: 'First message',
  messages: 'Messages',
  files: 'Files',
  answers: 'Answered by',
  recipient: 'Goes to',
  reference: 'Reference number',
  showAll: 'Show all {count}',
  look: 'Ask again',
  save: 'Save as a file',
  back: 'Back',
};

export type DataMessages = Translated<typeof dataMessages>;
