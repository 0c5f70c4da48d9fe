import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskClientFrame, Ended } from '../../protocol/generated';
import type { Result } from '../../transport/http';
import { notingSocket } from '../../transport/fake-socket';
import { DeskKeeper } from './desk-keeper';
import { waiting } from './desk-model';
import type { DeskEvents } from './desk-ports';
import { at, chat, deskPorts, message, queued, ready } from './fake-desk';

let plan: DeskEvents;
let sent: DeskClientFrame[];
let connected: boolean;
let ended: Result<Ended>;
let calls: string[];
let attention: number;
let keeper: DeskKeeper;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { hidden: false });
  sent = [];
  connected = true;
  ended = { ok: true, value: {} };
  calls = [];
  attention = 0;
  keeper = new DeskKeeper(
    deskPorts({
      socket: (its) => {
        plan = its;
        return notingSocket(sent, () => connected);
      },
      end: (id) => {
        calls.push(id);
        return Promise.resolve(ended);
      },
      onAttention: () => (attention += 1),
    }),
  );
  plan.onFrame(ready);
});

afterEach(() => {
  keeper.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const tabs = () => keeper.store.get().tabs;

describe('the queue', () => {
  it('calls for attention when somebody joins it', () => {
    plan.onFrame({ type: 'queue', chats: [queued], gone: [] });
    plan.onFrame({ type: 'queue', chats: [], gone: ['c1'] });
    expect(attention).toBe(1);
  });

  it('brings an accepted chat to the front when the desk confirms it', () => {
    plan.onFrame({ type: 'queue', chats: [queued], gone: [] });
    keeper.accept('c1');
    expect(keeper.store.get().accepting).toEqual(['c1']);
    plan.onFrame({ type: 'queue', chats: [], gone: ['c1'] });
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    expect(keeper.store.get()).toMatchObject({ selected: 'c1', accepting: [] });
  });

  it('tells when somebody else was faster', () => {
    plan.onFrame({ type: 'queue', chats: [queued], gone: [] });
    keeper.accept('c1');
    plan.onFrame({ type: 'error', code: 'conflict', retryable: false, chat: 'c1' });
    expect(keeper.store.get()).toMatchObject({ notice: 'conflict', accepting: [] });
  });
});

describe('the chats', () => {
  it('stand newest first', () => {
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    plan.onFrame({ type: 'chats', chats: [chat('c1'), chat('c2')], gone: [] });
    expect(tabs().map((tab) => tab.chat)).toEqual(['c2', 'c1']);
  });

  it('count what is not seen, and count it no more when it is', () => {
    plan.onFrame({ type: 'chats', chats: [chat('c1', 1)], gone: [] });
    plan.onFrame(message(1));
    plan.onFrame(message(2));
    expect(waiting(keeper.store.get())).toBe(1);
    keeper.see('c1', true);
    expect(waiting(keeper.store.get())).toBe(0);
    expect(sent).toContainEqual({ type: 'read', chat: 'c1', seq: 2 });
  });

  it('count as new what comes while the person reads further up, or is elsewhere', () => {
    plan.onFrame({ type: 'chats', chats: [chat('c1', 1)], gone: [] });
    keeper.select('c1');
    keeper.see('c1', true);
    plan.onFrame(message(1));
    plan.onFrame(message(2));
    expect(waiting(keeper.store.get())).toBe(0);
    keeper.see('c1', false);
    plan.onFrame(message(3));
    expect(waiting(keeper.store.get())).toBe(1);
    expect(sent).not.toContainEqual({ type: 'read', chat: 'c1', seq: 3 });
  });

  it('ask after a cut only for what is missing of each', async () => {
    plan.onFrame({ type: 'chats', chats: [chat('c1'), chat('c2')], gone: [] });
    plan.onFrame(message(1));
    expect(await plan.hello()).toEqual({
      type: 'hello',
      token: 'token',
      after: { c1: 1, c2: 0 },
    });
  });

  it('send again after a cut what was not acknowledged, once a connection', () => {
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    keeper.talk('c1')?.send('hello');
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    expect(sends()).toHaveLength(1);
    plan.onConnection('waiting');
    plan.onFrame(ready);
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    expect(sends()).toHaveLength(2);
    expect(sends()[0]).toEqual(sends()[1]);
  });
});

describe('the end of a chat', () => {
  const destroyed = { messages: 1, files: 0, at };

  it('leaves nothing on the desk but how it ended', () => {
    plan.onFrame({ type: 'chats', chats: [{ ...chat('c1'), question: 'a secret' }], gone: [] });
    plan.onFrame(message(1));
    keeper.drafts.set('c1', 'a secret draft');
    plan.onFrame({ type: 'ended', chat: 'c1', reason: 'visitor', destroyed });
    expect(tabs()).toEqual([
      { kind: 'over', chat: 'c1', ending: { reason: 'visitor', destroyed } },
    ]);
    expect(keeper.talk('c1')).toBeUndefined();
    expect(keeper.drafts.size).toBe(0);
    plan.onFrame(message(2));
    expect(JSON.stringify(tabs())).not.toMatch(/secret/);
  });

  it('leaves no pixels of its pictures, and those of other chats alone', () => {
    plan.onFrame({ type: 'chats', chats: [chat('c1'), chat('c2')], gone: [] });
    const ports = { fetch: vi.fn(), download: vi.fn() };
    const released = ['c1', 'c2'].map((id) => vi.spyOn(keeper.pictures(id, ports), 'release'));
    plan.onFrame({ type: 'ended', chat: 'c1', reason: 'visitor', destroyed });
    expect(released.map((release) => release.mock.calls.length)).toEqual([1, 0]);
    keeper.stop();
    expect(released.map((release) => release.mock.calls.length)).toEqual([1, 1]);
  });

  it('by a loss of the store is told as a loss, whichever news comes first', () => {
    plan.onFrame({ type: 'chats', chats: [chat('c1'), chat('c2')], gone: [] });
    plan.onFrame(message(1));
    plan.onFrame({ type: 'error', code: 'scope-lost', retryable: false, chat: 'c1' });
    plan.onFrame({ type: 'chats', chats: [], gone: ['c1', 'c2'] });
    plan.onFrame({ type: 'error', code: 'scope-lost', retryable: false, chat: 'c2' });
    expect(tabs()).toEqual([
      { kind: 'over', chat: 'c2', ending: { lost: true } },
      { kind: 'over', chat: 'c1', ending: { lost: true } },
    ]);
    expect(JSON.stringify(tabs())).not.toMatch(/secret/);
  });

  it('that happened while this page was away is found out', () => {
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    plan.onFrame(message(1));
    plan.onConnection('waiting');
    plan.onFrame(ready);
    plan.onFrame({ type: 'chats', chats: [], gone: [] });
    expect(tabs()).toEqual([{ kind: 'over', chat: 'c1', ending: {} }]);
    expect(keeper.talk('c1')).toBeUndefined();
  });

  it('is taken back of a chat that could not be read when the list was made', () => {
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    plan.onConnection('waiting');
    plan.onFrame(ready);
    plan.onFrame({ type: 'chats', chats: [], gone: [] });
    expect(tabs()).toMatchObject([{ kind: 'over', chat: 'c1' }]);
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    expect(tabs()).toMatchObject([{ kind: 'open', chat: 'c1' }]);
    expect(keeper.talk('c1')).toBeDefined();
    plan.onFrame({ type: 'ended', chat: 'c1', reason: 'operator', destroyed });
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    expect(tabs()).toMatchObject([{ kind: 'over', ending: { reason: 'operator' } }]);
  });

  it('is known of a chat that is the operator’s no more, and of no other', () => {
    plan.onFrame({ type: 'chats', chats: [chat('c1'), chat('c2')], gone: [] });
    plan.onFrame(message(1));
    plan.onFrame({ type: 'chats', chats: [chat('c3')], gone: ['c1'] });
    expect(tabs()).toMatchObject([
      { kind: 'open', chat: 'c3' },
      { kind: 'open', chat: 'c2' },
      { kind: 'over', chat: 'c1', ending: {} },
    ]);
    expect(keeper.talk('c1')).toBeUndefined();
    expect(JSON.stringify(keeper.store.get())).not.toMatch(/secret/);
  });

  it('is kept as it was told when the list comes after it', () => {
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    plan.onFrame({ type: 'ended', chat: 'c1', reason: 'operator', destroyed });
    plan.onFrame({ type: 'chats', chats: [], gone: ['c1'] });
    expect(tabs()[0]).toMatchObject({ ending: { reason: 'operator' } });
  });

  it('is taken off the desk when its tab is closed', () => {
    plan.onFrame({ type: 'chats', chats: [chat('c1'), chat('c2')], gone: [] });
    keeper.select('c1');
    plan.onFrame({ type: 'ended', chat: 'c1', reason: 'operator', destroyed });
    keeper.dismiss('c1');
    expect(tabs().map((tab) => tab.chat)).toEqual(['c2']);
    expect(keeper.store.get().selected).toBe('c2');
  });
});

describe('ending a chat', () => {
  const destroyed = { messages: 1, files: 0, at };

  beforeEach(() => plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] }));

  it('goes over the socket', () => {
    keeper.end('c1');
    expect(sent).toContainEqual({ type: 'end', chat: 'c1' });
    expect(calls).toEqual([]);
  });

  it('is called for without a connection, and tells what was destroyed', async () => {
    connected = false;
    ended = { ok: true, value: { reason: 'operator', destroyed } };
    keeper.end('c1');
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toEqual(['c1']);
    expect(tabs()).toEqual([
      { kind: 'over', chat: 'c1', ending: { reason: 'operator', destroyed } },
    ]);
    expect(keeper.talk('c1')).toBeUndefined();
  });

  it('tells when that fails, and keeps the chat', async () => {
    connected = false;
    ended = { ok: false, code: 'network', retryable: true };
    keeper.end('c1');
    await vi.advanceTimersByTimeAsync(0);
    expect(keeper.store.get().notice).toBe('network');
    expect(tabs()).toMatchObject([{ kind: 'open', chat: 'c1' }]);
  });

  it('is called for when the connection is cut before the answer', async () => {
    ended = { ok: false, code: 'not-found', retryable: false };
    keeper.end('c1');
    plan.onConnection('waiting');
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toEqual(['c1']);
    expect(tabs()).toEqual([{ kind: 'over', chat: 'c1', ending: {} }]);
  });

  it('stays as the socket told it, when the call only finds the chat gone', async () => {
    connected = false;
    ended = { ok: false, code: 'chat-ended', retryable: false };
    keeper.end('c1');
    plan.onFrame({ type: 'ended', chat: 'c1', reason: 'operator', destroyed });
    await vi.advanceTimersByTimeAsync(0);
    expect(tabs()).toMatchObject([{ ending: { reason: 'operator', destroyed } }]);
  });

  it('is called for when the server had not taken the seat yet', async () => {
    keeper.end('c1');
    plan.onFrame({ type: 'error', code: 'not-found', retryable: false, chat: 'c1' });
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toEqual(['c1']);
    expect(tabs()).toMatchObject([{ kind: 'open', chat: 'c1' }]);
  });

  it('is not asked for twice when it is refused', async () => {
    keeper.end('c1');
    plan.onFrame({ type: 'error', code: 'unavailable', retryable: true, chat: 'c1' });
    plan.onConnection('waiting');
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toEqual([]);
    expect(keeper.store.get().notice).toBe('unavailable');
  });
});

function sends() {
  return sent.filter((frame) => frame.type === 'send');
}
