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
  greeting: 'Hello! Ask us anything.',
  name: 'Name',
  /** Who gave no name. */
  guest: 'Guest',
  email: 'E-mail',
  question: 'Your message',
  optional: 'optional',
  fieldEmpty: 'Please fill this in.',
  fieldNoAddress: 'This is not a complete e-mail address.',
  chatConsent:
    'By sending, I agree that this site’s team sees what I write and the files I send, and, from now until I leave the site: the pages I open and where I came from, what the site passes on (a basket, for instance), my browser and device, my place with its postcode, my network’s provider and, unless the site has that switched off, my IP address and host name. What is held here is destroyed when the chat has ended and I have left. If the site wants a transcript, it is mailed to the team with my details; here it is destroyed once the mail is delivered or given up. They keep theirs under their own rules.',
  start: 'Send',
  offlineGreeting: 'Nobody is free right now. Leave a message and we will answer by e-mail.',
  message: 'Message',
  offlineConsent:
    'By sending, I agree that my message, my name, my e-mail address and, unless the site has that switched off, my IP address and host name are mailed to this site’s team so that they can answer. Here they are destroyed once the mail is delivered or given up.',
  sendMessage: 'Send message',
  thanks: 'Thank you.',
  thanksMore:
    'Your message is on its way by mail. What is held of it here is destroyed once the mail is delivered or given up.',
  waiting: 'Waiting for an operator',
  position: 'You are number {position} in the queue.',
  next: 'You are next.',
  talkingTo: 'You are talking to {name}',
  operator: 'Operator',
  connecting: 'Connecting …',
  reconnecting: 'Connection lost. Trying again; what you write is sent then.',
  lostTitle: 'This conversation was lost',
  destroyedTitle: 'The chat is over',
  destroyedAt: 'The chat itself was destroyed here on {time}:',
  destroyedUncounted: 'The chat itself is destroyed here.',
  mailedPerhaps:
    'A transcript may be on its way to this site’s team by mail; here it is destroyed once delivered or given up. They keep it under their own rules.',
  endedIdle: 'Nobody had written for a while.',
  endedLimit: 'The chat had reached its longest time.',
  endedErasure: 'It was erased on request.',
  erasedTitle: 'Your data was erased',
  erased: 'Everything held about this visit is destroyed in this page and in the chat service.',
  again: 'New chat',
  refusedTitle: 'Chat is not available here',
  problems,
};

export type PanelMessages = Translated<typeof messages>;
