// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeWebSocket } from '../../transport/fake-socket';
import type { SignIn } from '../transport/sign-in';
import { Suite } from '../transport/suite';
import { Attention } from './attention';
import { Desk } from './session';

const at = '2026-01-01T10:00:00Z';
let desk: Desk;
let renewed: boolean;

beforeEach(async () => {
  vi.useFakeTimers();
  FakeWebSocket.all = [];
  vi.stubGlobal('WebSocket', FakeWebSocket);
  renewed = false;
  const signIn: Pick<SignIn, 'token' | 'renew'> = {
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve(renewed),
  };
  desk = new Desk(new Suite(signIn, 'https://gateway.example'), signIn, new Attention('Lethe'));
  desk.start();
  await answerAll();
});

afterEach(() => {
  desk.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function answerAll(): Promise<void> {
  FakeWebSocket.all.forEach((socket) => socket.open());
  await vi.advanceTimersByTimeAsync(0);
  socketTo('desk').say({ type: 'ready', operator: 'o1', name: 'Anna', account: 'acme' });
  socketTo('desk').say({ type: 'chats', chats: [] });
  const queued = { chat: 'c1', visit: 'v1', name: 'Ada', question: 'a secret', since: at };
  socketTo('desk').say({ type: 'queue', chats: [queued], gone: [] });
  socketTo('visitors').say({ type: 'ready' });
  const visitor = { visit: 'v1', since: at, leaving: false, url: 'https://shop.example/a-secret' };
  const visitors = [{ ...visitor, pages: [], details: {} }];
  socketTo('visitors').say({ type: 'visitors', visitors });
}

function socketTo(what: 'desk' | 'visitors'): FakeWebSocket {
  const socket = FakeWebSocket.all.findLast(({ url }) => url.pathname.includes(what));
  if (socket === undefined) {
    throw new Error('No such socket was made.');
  }
  return socket;
}

const shown = () =>
  JSON.stringify([desk.keeper.store.get(), [...desk.visitors.store.get().visitors]]);

it('shows who waits and who is on the site', () => {
  expect(shown().match(/secret/g)).toHaveLength(2);
});

it.each([
  [4402, 'signed-out'],
  [4404, 'refused'],
] as const)('leaves nobody on the screen when it is sent away with %i', async (code, refusal) => {
  socketTo('desk').cut(code);
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.refusal.get()).toBe(refusal);
  expect(shown()).not.toContain('secret');
  expect(desk.keeper.store.get().connection).toBe('closed');
  expect(document.title).toBe('Lethe');
});

it('keeps everything while a sign-in that ran out is renewed', async () => {
  renewed = true;
  socketTo('visitors').cut(4402);
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.refusal.get()).toBeUndefined();
  expect(shown().match(/secret/g)).toHaveLength(2);
});
