import { problemsOfTalk, talk } from '../../conversation/messages/en';
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

/** Every text of the panel; English says which there are. The build makes one panel a language. */
export const messages = {
  ...talk,
  title: 'Chat',
  minimise: 'Minimise',
  starting: 'One moment …',
  greeting: 'Hello! Ask us anything. The conversation is destroyed as soon as it ends.',
  name: 'Name',
  /** Who gave no name. */
  guest: 'Guest',
  email: 'E-mail',
  question: 'Your question',
  optional: 'optional',
  chatConsent:
    'I agree that what I enter here, my messages and my files are used to answer me. They are destroyed when the chat ends.',
  start: 'Start chat',
  offlineGreeting: 'Nobody is here right now. Leave a message and we will answer by e-mail.',
  message: 'Message',
  offlineConsent:
    'I agree that my message and my e-mail address are sent to the operators of this site so that they can answer. Here they are destroyed once the mail is delivered.',
  sendMessage: 'Send message',
  thanks: 'Thank you.',
  thanksMore: 'Your message is on its way. We keep no copy of it here.',
  waiting: 'Waiting for an operator',
  position: 'You are number {position} in the queue.',
  next: 'You are next.',
  talkingTo: 'You are talking to {name}',
  operator: 'Operator',
  uploading: '{percent} sent',
  connecting: 'Connecting …',
  reconnecting: 'Connection lost. Trying again; nothing is lost.',
  lostTitle: 'This conversation was lost',
  destroyedTitle: 'This conversation was destroyed',
  destroyedAt: 'Destroyed on {time}:',
  destroyedUncounted: 'Its messages and files are gone.',
  endedIdle: 'Nobody had written for a while.',
  endedLimit: 'The chat had reached its longest time.',
  endedErasure: 'It was erased on request.',
  erasedTitle: 'Your data was erased',
  erased: 'Everything held about this visit is destroyed, here and on our side.',
  again: 'New chat',
  refusedTitle: 'Chat is not available here',
  problems,
};

export type PanelMessages = Translated<typeof messages>;
