import type { OwnChat, QueuedChat } from '../../protocol/generated';
import type { DeskPorts } from './desk-ports';

/** What desks are told in tests. */
export const at = '2026-01-01T10:00:00Z';

export const queued: QueuedChat = {
  chat: 'c1',
  visit: 'v1',
  name: 'Ada',
  question: 'a secret',
  since: at,
};

export function chat(id: string, seq = 0): OwnChat {
  return { chat: id, visit: 'v1', state: 'active', name: 'Ada', seq };
}

export function message(seq: number, id = 'c1') {
  return {
    type: 'message',
    chat: id,
    seq,
    id: `m${seq}`,
    from: 'visitor',
    text: 'a secret',
    at,
  } as const;
}

export const ready = { type: 'ready', operator: 'o1', name: 'Anna', account: 'acme' } as const;

/** A desk that nobody listens to, but for what a test is about. */
export function deskPorts(its: Partial<DeskPorts> & Pick<DeskPorts, 'socket'>): DeskPorts {
  return {
    token: () => Promise.resolve('token'),
    upload: () => ({ done: new Promise(() => undefined), cancel: () => undefined }),
    end: () => Promise.resolve({ ok: true, value: {} }),
    onRefused: () => undefined,
    onSilence: () => undefined,
    onAttention: () => undefined,
    ...its,
  };
}
