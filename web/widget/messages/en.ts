import { endOfTalk, problemsOfTalk } from '../../conversation/messages/en';
import type { Problems, Translated } from '../../text/catalogue';

const problems: Problems = {
  ...problemsOfTalk,
  unavailable: 'The chat can’t be reached just now. Please try again in a moment.',
  'admission-closed': 'No new chats are accepted just now. Please try again later.',
  malformed: 'Something in the form is not right. Please check it.',
  'consent-missing': 'Your consent is needed first.',
  'scope-destroyed': 'Everything held about this visit or chat is destroyed.',
  'scope-lost': 'A fault on our side lost this conversation. Nothing of it is left in the store.',
  'not-found': 'This is not there any more.',
  'origin-refused': 'This site is not set up for chat.',
  conflict: 'No messages are taken here just now.',
};

/** The texts of the panel; English says which there are. The build makes one panel a language. */
export const messages = {
  ...endOfTalk,
  title: 'Chat',
  minimise: 'Minimise',
  starting: 'One moment …',
  greeting: 'Hello! Ask us anything.',
  name: 'Name',
  /** Who gave no name. */
  guest: 'Guest',
  email: 'E-mail',
  question: 'Your message',
  optional: 'optional',
  fieldEmpty: 'Please fill this in.',
  fieldNoAddress: 'This is not a complete e-mail address.',
  start: 'Send',
  offlineGreeting: 'Nobody is free right now. Leave a message and we will answer by e-mail.',
  message: 'Message',
  sendMessage: 'Send message',
  thanks: 'Thank you.',
  erasedTitle: 'Your data was erased',
  again: 'New chat',
  refusedTitle: 'Chat is not available here',
  whatExactly: 'What exactly, and for how long?',
  nobody: 'Nobody is here right now.',
  yourData: 'Your data',
  withdrawYes: 'Withdraw and destroy',
  seeData: 'See what is held',
  withdrawNo: 'Keep it',
  problems,
};

export type PanelMessages = Translated<typeof messages>;
