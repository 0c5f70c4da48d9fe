import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskClientFrame } from '../../protocol/generated';
import { notingSocket } from '../../transport/fake-socket';
import { DeskKeeper } from './desk-keeper';
import { shownLosses } from './desk-losses';
import type { DeskEvents } from './desk-ports';
import { at, chat, deskPorts, message, queued, ready } from './fake-desk';

let plan: DeskEvents;
let sent: DeskClientFrame[];
let connected: boolean;
let drops: number;
let silences: number;
let keeper: DeskKeeper;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { hidden: false });
  sent = [];
  connected = true;
  drops = 0;
  silences = 0;
  keeper = new DeskKeeper(
    deskPorts({
      socket: (its) => {
        plan = its;
        return { ...notingSocket(sent, () => connected), drop: () => (drops += 1) };
      },
      onSilence: () => (silences += 1),
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

function sends() {
  return sent.filter((frame) => frame.type === 'send');
}

describe('a cut while a chat is being accepted', () => {
  it('lets it be accepted again, since nothing will answer any more', () => {
    plan.onFrame({ type: 'queue', chats: [queued], gone: [] });
    keeper.accept('c1');
    plan.onConnection('waiting');
    plan.onFrame(ready);
    plan.onFrame({ type: 'chats', chats: [], gone: [] });
    plan.onFrame({ type: 'queue', chats: [queued], gone: [] });
    expect(keeper.store.get().accepting).toEqual([]);
  });
});

describe('what was written while the desk was cut', () => {
  it('arrives before what is written between ready and the list of chats', () => {
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    plan.onConnection('waiting');
    connected = false;
    keeper.talk('c1')?.send('first');
    connected = true;
    plan.onConnection('open');
    plan.onFrame(ready);
    keeper.talk('c1')?.send('second');
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    const [first] = sends();
    plan.onFrame({ type: 'sent', chat: 'c1', id: first?.id ?? '', seq: 1, at });
    expect(sends().map(({ text }) => text)).toEqual(['first', 'second']);
  });
});

describe('a notice of a cut', () => {
  it('goes when the desk is connected again, and no other does', () => {
    keeper.notice('unavailable');
    plan.onConnection('waiting');
    plan.onConnection('connecting');
    expect(keeper.store.get().notice).toBe('unavailable');
    plan.onConnection('open');
    expect(keeper.store.get()).not.toHaveProperty('notice');
    keeper.notice('conflict');
    plan.onConnection('waiting');
    plan.onConnection('open');
    expect(keeper.store.get().notice).toBe('conflict');
  });
});

describe('a desk that is cut for too long', () => {
  it('shows nobody any more, and has everything again with the connection', async () => {
    plan.onConnection('open');
    plan.onFrame({ type: 'chats', chats: [{ ...chat('c1'), question: 'a secret' }], gone: [] });
    plan.onFrame({ type: 'queue', chats: [queued], gone: [] });
    plan.onFrame(message(1));
    keeper.drafts.set('c1', 'a secret draft');
    plan.onConnection('waiting');
    connected = false;
    keeper.talk('c1')?.send('a secret answer');
    vi.advanceTimersByTime(100_000);
    plan.onConnection('connecting');
    plan.onConnection('waiting');
    expect(keeper.drafts.get('c1')).toBe('a secret draft');
    vi.advanceTimersByTime(80_000);
    expect(JSON.stringify([keeper.store.get(), [...keeper.drafts]])).not.toMatch(/secret|Ada/);
    expect(keeper.store.get()).toMatchObject({ isHidden: true, tabs: [], queue: [] });
    expect(await plan.hello()).toMatchObject({ after: {} });
    connected = true;
    plan.onConnection('open');
    plan.onFrame(ready);
    plan.onFrame({ type: 'chats', chats: [chat('c1', 1)], gone: [] });
    plan.onFrame(message(1));
    expect(keeper.store.get().isHidden).toBeUndefined();
    expect(tabs()).toMatchObject([{ kind: 'open', chat: 'c1', unread: 0 }]);
    expect(sends()).toEqual([]);
  });

  it('keeps everything over a shorter cut, and sends what was written', () => {
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    plan.onConnection('waiting');
    connected = false;
    keeper.talk('c1')?.send('hello');
    vi.advanceTimersByTime(170_000);
    connected = true;
    plan.onConnection('open');
    plan.onFrame(ready);
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    expect(sends()).toMatchObject([{ text: 'hello' }]);
  });
});

describe('a heartbeat', () => {
  it('finds within half a minute that the connection is dead', () => {
    vi.advanceTimersByTime(30_000);
    expect(sent).toContainEqual({ type: 'heartbeat' });
    expect([drops, silences]).toEqual([1, 1]);
  });

  it('that is answered leaves the connection alone', () => {
    for (let beat = 0; beat < 10; beat += 1) {
      vi.advanceTimersByTime(15_000);
      plan.onFrame({ type: 'heartbeat' });
    }
    expect(drops).toBe(0);
    plan.onConnection('waiting');
    connected = false;
    vi.advanceTimersByTime(60_000);
    expect(drops).toBe(0);
  });

  it('that a service of an older version does not know is answered all the same, without a word', () => {
    for (let beat = 0; beat < 4; beat += 1) {
      vi.advanceTimersByTime(15_000);
      plan.onFrame({ type: 'error', code: 'frame-unknown', retryable: false });
    }
    expect(sent.filter(({ type }) => type === 'heartbeat')).toHaveLength(4);
    expect(drops).toBe(0);
    expect(keeper.store.get().notice).toBeUndefined();
  });

  it('asks at once when the person is back', () => {
    keeper.assure();
    vi.advanceTimersByTime(8_000);
    expect(drops).toBe(1);
  });
});

it('says that it is away on every new connection', () => {
  keeper.away(true);
  plan.onFrame(ready);
  expect(sent).toEqual([
    { type: 'status', away: true },
    { type: 'status', away: true },
  ]);
});

it('says what the account lost until it is closed', () => {
  const losses = { letters: [], chats: { count: 3, waited: 1, last: at } };
  plan.onFrame({ type: 'losses', ...losses });
  expect(shownLosses(keeper.store.get())).toEqual(losses);
  plan.onConnection('waiting');
  plan.onFrame(ready);
  expect(shownLosses(keeper.store.get())).toEqual(losses);
  keeper.losses.close();
  expect(shownLosses(keeper.store.get())).toBeUndefined();
});

describe('a visitor who leaves', () => {
  const left = () => {
    const [tab] = tabs();
    return tab?.kind === 'open' ? tab.left : undefined;
  };

  beforeEach(() => {
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    plan.onFrame({ type: 'left', chat: 'c1', since: at });
  });

  it('is known with the time, until back', () => {
    expect(left()).toBe(at);
    plan.onFrame({ type: 'chats', chats: [chat('c1', 3)], gone: [] });
    expect(left()).toBe(at);
    plan.onFrame({ type: 'left', chat: 'c1' });
    expect(left()).toBeUndefined();
  });

  it('is told anew after a cut', () => {
    plan.onConnection('waiting');
    expect(left()).toBe(at);
    plan.onFrame(ready);
    plan.onFrame({ type: 'chats', chats: [chat('c1')], gone: [] });
    expect(left()).toBeUndefined();
  });
});
