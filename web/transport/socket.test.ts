import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chatSocket, type ChatClientFrame, type ChatServerFrame } from '../protocol/generated';
import { FakeWebSocket } from './fake-socket';
import { ReconnectingSocket, type Connection } from './socket';

const ready = { type: 'ready', chat: 'c', state: 'active', seq: 0 };
type ChatHello = Extract<ChatClientFrame, { type: 'hello' }>;
const hello: ChatHello = { type: 'hello', token: 't', after: 0 };

let states: Connection[];
let frames: ChatServerFrame[];
let refused: string[];
let socket: ReconnectingSocket<ChatClientFrame, ChatServerFrame>;
let target: EventTarget;
let greeting: () => ChatHello | Promise<ChatHello>;

beforeEach(async () => {
  vi.useFakeTimers();
  FakeWebSocket.all = [];
  target = new EventTarget();
  vi.stubGlobal('WebSocket', FakeWebSocket);
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
  states = [];
  frames = [];
  refused = [];
  greeting = () => hello;
  socket = new ReconnectingSocket('https://gateway.example', chatSocket('c'), {
    hello: () => greeting(),
    onFrame: (frame) => frames.push(frame),
    onConnection: (state) => states.push(state),
    onRefused: (code) => refused.push(code),
  });
  socket.start();
  await vi.advanceTimersByTimeAsync(0);
});

afterEach(() => {
  socket.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function connect(): Promise<void> {
  FakeWebSocket.last.open();
  await vi.advanceTimersByTimeAsync(0);
  FakeWebSocket.last.say(ready);
}

describe('a reconnecting socket', () => {
  it('says hello with the token first and is open when the server is ready', async () => {
    expect(FakeWebSocket.last.url.href).toBe('wss://gateway.example/v1/chats/c/socket');
    expect(socket.send({ type: 'end' })).toBe(false);
    await connect();
    expect(FakeWebSocket.last.sent).toEqual([hello]);
    expect(socket.send({ type: 'end' })).toBe(true);
    expect(states).toEqual(['open']);
  });

  it('comes back after a cut, later each time', async () => {
    await connect();
    FakeWebSocket.last.cut();
    expect(states).toEqual(['open', 'waiting']);
    await vi.advanceTimersByTimeAsync(400);
    expect(FakeWebSocket.all).toHaveLength(2);
    FakeWebSocket.last.cut();
    await vi.advanceTimersByTimeAsync(399);
    expect(FakeWebSocket.all).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(401);
    expect(FakeWebSocket.all).toHaveLength(3);
  });

  it('stays away when the close code says so, and tells why', async () => {
    await connect();
    FakeWebSocket.last.cut(4411);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeWebSocket.all).toHaveLength(1);
    expect(refused).toEqual(['scope-destroyed']);
    expect(states.at(-1)).toBe('closed');
  });

  it('comes back when the close code asks for it', async () => {
    await connect();
    FakeWebSocket.last.cut(4503);
    await vi.advanceTimersByTimeAsync(400);
    expect(FakeWebSocket.all).toHaveLength(2);
    expect(refused).toEqual([]);
  });

  it('comes back at once with a fresh hello when its token has run out, and says so to nobody', async () => {
    await connect();
    await vi.advanceTimersByTimeAsync(300_000);
    greeting = () => ({ ...hello, token: 'fresh' });
    FakeWebSocket.last.cut(4501);
    await vi.advanceTimersByTimeAsync(0);
    await connect();
    expect(FakeWebSocket.all).toHaveLength(2);
    expect(FakeWebSocket.last.sent).toEqual([{ ...hello, token: 'fresh' }]);
    expect(states).toEqual(['open', 'connecting', 'open']);
    expect(refused).toEqual([]);
  });

  it('waits before it comes back with a token that is said to have run out at once', async () => {
    await connect();
    FakeWebSocket.last.cut(4501);
    await vi.advanceTimersByTimeAsync(199);
    expect(FakeWebSocket.all).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(201);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it('takes a connection that is never ready for dead', async () => {
    FakeWebSocket.last.open();
    await vi.advanceTimersByTimeAsync(10_400);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it.each(['online', 'pageshow', 'visibilitychange'])('tries at once at %s', async (type) => {
    await connect();
    target.dispatchEvent(new Event('offline'));
    expect(states.at(-1)).toBe('waiting');
    target.dispatchEvent(new Event(type));
    await vi.advanceTimersByTimeAsync(0);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it('waits longer each time for a server that is ready and cuts at once, at most ten seconds', async () => {
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await connect();
      const made = FakeWebSocket.all.length;
      const cutAt = Date.now();
      FakeWebSocket.last.cut(4503);
      while (FakeWebSocket.all.length === made) {
        await vi.advanceTimersByTimeAsync(100);
      }
      waits.push(Date.now() - cutAt);
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(10_100);
    expect(Math.min(...waits.slice(-4))).toBeGreaterThanOrEqual(5_000);
  });

  it('begins anew with short waits after a connection that lasted', async () => {
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await connect();
      FakeWebSocket.last.cut();
      await vi.advanceTimersByTimeAsync(10_000);
    }
    await connect();
    await vi.advanceTimersByTimeAsync(5_000);
    const made = FakeWebSocket.all.length;
    FakeWebSocket.last.cut();
    await vi.advanceTimersByTimeAsync(400);
    expect(FakeWebSocket.all).toHaveLength(made + 1);
  });

  it('is not connected before it knows what to say, and tries again when that fails', async () => {
    await connect();
    greeting = () => Promise.reject(new Error('away'));
    FakeWebSocket.last.cut();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(FakeWebSocket.all).toHaveLength(1);
    expect(states.at(-1)).toBe('waiting');
    greeting = () => Promise.resolve(hello);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it('opens no connection for a hello that comes after it was closed', async () => {
    await connect();
    let say: (late: ChatHello) => void = () => undefined;
    greeting = () => new Promise((resolve) => (say = resolve));
    FakeWebSocket.last.cut();
    await vi.advanceTimersByTimeAsync(400);
    socket.close();
    say(hello);
    await vi.advanceTimersByTimeAsync(0);
    expect(FakeWebSocket.all).toHaveLength(1);
  });

  it('hears nothing more of a connection that it gave up', async () => {
    await connect();
    const old = FakeWebSocket.last;
    socket.drop();
    old.say({ type: 'typing', from: 'operator', on: true });
    expect(frames).toEqual([ready]);
  });

  it('ignores what it does not understand', async () => {
    await connect();
    FakeWebSocket.last.say({ type: 'dance' });
    expect(frames).toEqual([ready]);
  });
});
