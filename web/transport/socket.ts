import { errorCode, errorOfClose, mayReconnect, type ErrorCode } from '../protocol/errors';
import type { Decoder } from '../protocol/decode';
import { backoffMillis } from './backoff';

/** `waiting`: cut, and to be tried again. `closed`: over; nothing more will come. */
export type Connection = 'connecting' | 'open' | 'waiting' | 'closed';

interface Frame {
  readonly type: string;
}

export interface SocketPlan<S extends Frame, C extends Frame> {
  readonly url: () => URL;
  /** Made anew for each connection: the token may have been renewed, and `after` has moved on. */
  readonly hello: () => C | Promise<C>;
  readonly decode: Decoder<S>;
  readonly onFrame: (frame: S) => void;
  readonly onConnection: (state: Connection) => void;
  /** The server said not to come back. */
  readonly onRefused: (code: ErrorCode) => void;
}

/** Without a `ready` in this time, the connection is taken for dead. */
const READY_MILLIS = 10_000;

/**
 * A socket that mends itself: `hello` first, open when the server says `ready`, exponential back-off
 * when cut, and a final stop when the close code says so.
 */
export class ReconnectingSocket<S extends Frame, C extends Frame> {
  private socket: WebSocket | undefined;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private state: Connection = 'connecting';
  private lastError: ErrorCode | undefined;
  private readonly onOnline = (): void => this.retryNow();
  private readonly onOffline = (): void => this.drop();

  constructor(private readonly plan: SocketPlan<S, C>) {}

  start(): void {
    addEventListener('online', this.onOnline);
    addEventListener('offline', this.onOffline);
    this.connect();
  }

  /** Whether the frame was handed to an open connection; that it arrived, only an answer tells. */
  send(frame: C): boolean {
    if (this.state !== 'open' || this.socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  /** Takes the connection for dead, whatever the browser thinks of it, and makes a new one. */
  drop(): void {
    if (this.state === 'open' || this.state === 'connecting') {
      this.detach();
      this.retryLater();
    }
  }

  /** Ends a wait: the network came back, or the person looks at the page again. */
  retryNow(): void {
    if (this.state === 'waiting') {
      this.connect();
    }
  }

  close(): void {
    removeEventListener('online', this.onOnline);
    removeEventListener('offline', this.onOffline);
    this.detach();
    this.become('closed');
  }

  private connect(): void {
    clearTimeout(this.timer);
    this.become('connecting');
    this.lastError = undefined;
    const url = this.plan.url();
    url.protocol = url.protocol.replace('http', 'ws');
    const socket = new WebSocket(url);
    this.socket = socket;
    this.timer = setTimeout(() => this.drop(), READY_MILLIS);
    socket.onopen = () => void this.greet(socket);
    socket.onmessage = ({ data }) => this.receive(String(data));
    socket.onclose = ({ code }) => this.onClosed(code);
  }

  private async greet(socket: WebSocket): Promise<void> {
    const hello = await this.plan.hello();
    if (socket === this.socket && socket.readyState === WebSocket.OPEN) {
      socket.send(JSON.stringify(hello));
    }
  }

  private receive(text: string): void {
    const frame = this.plan.decode(text);
    if (frame === undefined) {
      return;
    }
    if (frame.type === 'ready') {
      clearTimeout(this.timer);
      this.attempt = 0;
      this.become('open');
    }
    if (frame.type === 'error' && 'code' in frame) {
      this.lastError = errorCode(frame.code);
    }
    this.plan.onFrame(frame);
  }

  private onClosed(code: number): void {
    this.detach();
    if (mayReconnect(code)) {
      this.retryLater();
    } else {
      this.close();
      this.plan.onRefused(errorOfClose(code) ?? this.lastError ?? 'internal');
    }
  }

  private retryLater(): void {
    this.become('waiting');
    this.timer = setTimeout(() => this.connect(), backoffMillis(this.attempt));
    this.attempt += 1;
  }

  private detach(): void {
    clearTimeout(this.timer);
    const socket = this.socket;
    this.socket = undefined;
    if (socket !== undefined) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }

  private become(state: Connection): void {
    if (this.state !== state) {
      this.state = state;
      this.plan.onConnection(state);
    }
  }
}
