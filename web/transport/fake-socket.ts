import type { FrameSocket } from './socket';

/** A WebSocket for tests: it opens, speaks and closes when the test says so. */
export class FakeWebSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 3;
  static all: FakeWebSocket[] = [];

  readyState = FakeWebSocket.CONNECTING;
  sent: unknown[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(readonly url: URL) {
    FakeWebSocket.all.push(this);
  }

  static get last(): FakeWebSocket {
    const last = FakeWebSocket.all.at(-1);
    if (last === undefined) {
      throw new Error('No socket was made.');
    }
    return last;
  }

  open(): void {
    this.readyState = FakeWebSocket.OPEN;
    this.onopen?.();
  }

  say(frame: unknown): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  cut(code = 1006): void {
    this.readyState = FakeWebSocket.CLOSED;
    this.onclose?.({ code });
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.readyState = FakeWebSocket.CLOSED;
  }
}

/** A keeper's socket for tests: it notes what is sent on it while it is connected. */
export function notingSocket<C>(sent: C[], isConnected = () => true): FrameSocket<C> {
  const nothing = () => undefined;
  return {
    start: nothing,
    send: (frame) => {
      if (isConnected()) {
        sent.push(frame);
      }
      return isConnected();
    },
    drop: nothing,
    close: nothing,
  };
}
