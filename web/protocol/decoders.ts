import type { ChatServerFrame } from './chat-frames';
import { decoder, type FrameSpecs } from './decode';
import type { VisitServerFrame } from './visit-frames';

/** Decoders of the visitor's two sockets; the operator's are in `desk-decoders`, out of the widget. */
const error = { code: 'string', retryable: 'boolean' } as const;

export const visitServerFrames: FrameSpecs<VisitServerFrame> = {
  ready: { visit: 'string', heartbeatSeconds: 'number', token: 'string?' },
  heartbeat: {},
  error,
  erased: {},
};
export const decodeVisitFrame = decoder(visitServerFrames);

export const chatServerFrames: FrameSpecs<ChatServerFrame> = {
  ready: {
    chat: 'string',
    state: 'string',
    seq: 'number',
    operator: 'string?',
    token: 'string?',
  },
  message: {
    seq: 'number',
    id: 'string',
    from: 'string',
    name: 'string?',
    text: 'string?',
    file: 'object?',
    at: 'string',
  },
  sent: { id: 'string', seq: 'number', at: 'string' },
  typing: { from: 'string', on: 'boolean' },
  read: { from: 'string', seq: 'number' },
  state: { state: 'string', position: 'number?', operator: 'string?' },
  ended: { reason: 'string', destroyed: 'object', receipt: 'string?' },
  error: { ...error, id: 'string?' },
};
export const decodeChatFrame = decoder(chatServerFrames);
