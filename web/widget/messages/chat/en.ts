import { problemsOfFiles, talk } from '../../../conversation/messages/en';
import type { Translated } from '../../../text/catalogue';

/** What is read in a chat and at its end, and nowhere before: it comes with their views. */
export const chatMessages = {
  ...talk,
  talkingTo: 'You are talking to {name}',
  operator: 'Operator',
  waiting: 'Waiting for an operator',
  position: 'You are number {position} in the queue.',
  next: 'You are next.',
  connecting: 'Connecting …',
  reconnecting: 'Connection lost. Trying again; what you write is sent then.',
  hidden:
    'No connection for over three minutes, so the conversation is not shown any more, and what had not been sent is gone. If the chat still goes on, it comes back with the connection.',
  lostTitle: 'This conversation was lost',
  destroyedTitle: 'The chat is over',
  endedLeft: 'Nothing had been heard of your browser for a while.',
  endedIdle: 'Nobody had written for a while.',
  endedLimit: 'The chat had reached its longest time.',
  endedDeadline: 'Its time ran out before it could be ended properly.',
  endedClosed: 'The account of this chat was closed.',
  endedErasure: 'It was erased on request.',
  sound: 'Sound',
  saveReceipt: 'Save receipt',
  problems: problemsOfFiles,
};

export type ChatMessages = Translated<typeof chatMessages>;
