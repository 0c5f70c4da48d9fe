import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chatSocket, type ChatClientFrame, type ChatServerFrame } from '../protocol/generated';
import { FakeWebSocket } from './fake-socket';
import { ReconnectingSocket, type Connection } from './socket';

const ready = { type: 'ready', chat: 'c', state: 'active', seq: 0 };
const hello = { type: 'hello', token: 't', after: 0 } as const;

let states: Connection[];
let frames: ChatServerFrame[];
let refused: string[];
let socket: ReconnectingSocket<ChatClientFrame, ChatServerFrame>;
let target: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  FakeWebSocket.all = [];
  target = new EventTarget();
  vi.stubGlobal('WebSocket', FakeWebSocket);
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
  states = [];
  frames = [];
  refused = [];
  socket = new ReconnectingSocket('https://gateway.example', chatSocket('c'), {
    hello: () => hello,
    onFrame: (frame) => frames.push(frame),
    onConnection: (state) => states.push(state),
    onRefused: (code) => refused.push(code),
  });
  socket.start();
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

  it('takes a connection that is never ready for dead', async () => {
    FakeWebSocket.last.open();
    await vi.advanceTimersByTimeAsync(10_400);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  it('tries at once when the network is back', async () => {
    await connect();
    target.dispatchEvent(new Event('offline'));
    expect(states.at(-1)).toBe('waiting');
    target.dispatchEvent(new Event('online'));
    expect(FakeWebSocket.all).toHaveLength(2);
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
