// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeWebSocket } from '../../transport/fake-socket';
import { SignedOut, type SignIn } from '../transport/sign-in';
import { Suite } from '../transport/suite';
import { Attention } from './attention';
import { Desk } from './session';

const at = '2026-01-01T10:00:00Z';
let desk: Desk;
/** What Keycloak answers to who asks for a new token. */
let keycloak: 'renews' | 'is away' | 'refuses';
/** What is held is no longer good. */
let isStale: boolean;

beforeEach(async () => {
  vi.useFakeTimers();
  document.title = 'Lethe';
  FakeWebSocket.all = [];
  vi.stubGlobal('WebSocket', FakeWebSocket);
  keycloak = 'renews';
  isStale = false;
  const renew = (): Promise<void> => {
    isStale = true;
    if (keycloak !== 'renews') {
      return Promise.reject(keycloak === 'refuses' ? new SignedOut() : new Error('away'));
    }
    isStale = false;
    return Promise.resolve();
  };
  const signIn: Pick<SignIn, 'token' | 'renew'> = {
    token: async () => {
      await (isStale ? renew() : Promise.resolve());
      return 'token';
    },
    renew,
  };
  desk = new Desk(new Suite(signIn, 'https://gateway.example'), signIn, new Attention());
  desk.start();
  await answerAll();
});

afterEach(() => {
  desk.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function answerAll(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
  FakeWebSocket.all.forEach((socket) => socket.open());
  await vi.advanceTimersByTimeAsync(0);
  socketTo('desk').say({ type: 'ready', operator: 'o1', name: 'Anna', account: 'acme' });
  socketTo('desk').say({ type: 'chats', chats: [], gone: [] });
  const queued = { chat: 'c1', visit: 'v1', name: 'Ada', question: 'a secret', since: at };
  socketTo('desk').say({ type: 'queue', chats: [queued], gone: [] });
  socketTo('visitors').say({ type: 'ready', account: 'acme' });
  const visitor = { visit: 'v1', since: at, leaving: false, url: 'https://shop.example/a-secret' };
  const visitors = [{ ...visitor, pages: [], details: {} }];
  socketTo('visitors').say({ type: 'visitors', visitors });
  await vi.advanceTimersByTimeAsync(20);
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

it('asks before a page is left with which a draft would go', () => {
  const leave = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  desk.keeper.drafts.set('c1', ' ');
  expect(leave()).toBe(false);
  desk.keeper.drafts.set('c1', 'a secret draft');
  expect(leave()).toBe(true);
  desk.stop();
  desk.keeper.drafts.clear();
  expect(leave()).toBe(false);
});

it('leaves nobody on the screen when it is refused', async () => {
  socketTo('desk').cut(4404);
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.refusal.get()).toBe('refused');
  expect(shown()).not.toContain('secret');
  expect(desk.keeper.store.get().connection).toBe('closed');
  expect(document.title).toBe('Lethe');
});

it('keeps everything while a sign-in that ran out is renewed', async () => {
  socketTo('visitors').cut(4402);
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.refusal.get()).toBeUndefined();
  expect(shown().match(/secret/g)).toHaveLength(2);
});

it('comes back at once with what is on the screen when a token runs out, drafts too', async () => {
  desk.keeper.drafts.set('c1', 'a draft');
  await vi.advanceTimersByTimeAsync(10_000);
  const before = FakeWebSocket.all.length;
  socketTo('desk').cut(4501);
  socketTo('visitors').cut(4501);
  await vi.advanceTimersByTimeAsync(0);
  expect(FakeWebSocket.all).toHaveLength(before + 2);
  expect(desk.keeper.store.get()).not.toHaveProperty('cutAt');
  expect(shown().match(/secret/g)).toHaveLength(2);
  await answerAll();
  expect(desk.keeper.store.get()).toMatchObject({ connection: 'open' });
  expect(desk.keeper.drafts.get('c1')).toBe('a draft');
});

it('is signed out when a token has run out and Keycloak gives no other', async () => {
  keycloak = 'refuses';
  await vi.advanceTimersByTimeAsync(10_000);
  isStale = true;
  socketTo('desk').cut(4501);
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.refusal.get()).toBe('signed-out');
  expect(shown().match(/secret/g)).toHaveLength(2);
});

it('is sent away for good when a fresh token has the role no more', async () => {
  await vi.advanceTimersByTimeAsync(10_000);
  socketTo('desk').cut(4501);
  await vi.advanceTimersByTimeAsync(0);
  socketTo('desk').open();
  socketTo('desk').cut(4404);
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.refusal.get()).toBe('refused');
  expect(shown()).not.toContain('secret');
});

it('waits for Keycloak, and goes on with what is on the screen', async () => {
  keycloak = 'is away';
  socketTo('desk').cut(4402);
  const before = FakeWebSocket.all.length;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(FakeWebSocket.all).toHaveLength(before);
  expect(desk.refusal.get()).toBeUndefined();
  expect(shown().match(/secret/g)).toHaveLength(2);
  keycloak = 'renews';
  while (FakeWebSocket.all.length === before) {
    await vi.advanceTimersByTimeAsync(100);
  }
  await answerAll();
  expect(desk.keeper.store.get()).toMatchObject({ connection: 'open' });
});

it('that is signed out keeps what is on the screen up to its ceiling, and goes on after', async () => {
  keycloak = 'refuses';
  socketTo('desk').cut(4402);
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.refusal.get()).toBe('signed-out');
  expect(shown().match(/secret/g)).toHaveLength(2);
  const before = FakeWebSocket.all.length;
  await vi.advanceTimersByTimeAsync(180_000);
  expect(shown()).not.toContain('secret');
  expect(FakeWebSocket.all).toHaveLength(before);
  keycloak = 'renews';
  desk.onSignedIn();
  await vi.advanceTimersByTimeAsync(0);
  await answerAll();
  expect(desk.refusal.get()).toBeUndefined();
  expect(shown().match(/secret/g)).toHaveLength(2);
});
