import { decoder, type FrameSpecs } from './decode';
import type { DeskServerFrame } from './desk-frames';
import type { VisitorsServerFrame } from './visit-frames';

const error = { code: 'string', retryable: 'boolean' } as const;

export const visitorsServerFrames: FrameSpecs<VisitorsServerFrame> = {
  ready: { account: 'string' },
  visitors: { visitors: 'list' },
  changed: { visitors: 'list' },
  gone: { visits: 'list' },
  error,
};
export const decodeVisitorsFrame = decoder(visitorsServerFrames);

export const deskServerFrames: FrameSpecs<DeskServerFrame> = {
  ready: { operator: 'string', name: 'string', account: 'string' },
  queue: { chats: 'list' },
  chats: { chats: 'list' },
  message: {
    chat: 'string',
    seq: 'number',
    id: 'string',
    from: 'string',
    name: 'string?',
    text: 'string?',
    file: 'object?',
    at: 'string',
  },
  sent: { chat: 'string', id: 'string', seq: 'number', at: 'string' },
  typing: { chat: 'string', from: 'string', on: 'boolean' },
  read: { chat: 'string', from: 'string', seq: 'number' },
  ended: { chat: 'string', reason: 'string', destroyed: 'object' },
  error: { ...error, chat: 'string?', id: 'string?' },
};
export const decodeDeskFrame = decoder(deskServerFrames);
