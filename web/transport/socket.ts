import { errorCode, errorOfClose, mayReconnect } from '../protocol/errors';
import type { ErrorCode } from '../protocol/generated';
import { decodeFrame, type Channel } from '../protocol/wire';
import { backoffMillis } from './backoff';

/** `waiting`: cut, and to be tried again. `closed`: over; nothing more will come. */
export type Connection = 'connecting' | 'open' | 'waiting' | 'closed';

interface Frame {
  readonly type: string;
}

/** What is heard of a socket, and what is said on it first. */
export interface SocketEvents<C, S> {
  /**
   * Made anew for each connection: the token may have been renewed, and `after` has moved on. While it
   * can't be made, such as without the place that renews tokens, there is no connection.
   */
  readonly hello: () => C | Promise<C>;
  readonly onFrame: (frame: S) => void;
  readonly onConnection: (state: Connection) => void;
  /** The server said not to come back. */
  readonly onRefused: (code: ErrorCode) => void;
}

export interface FrameSocket<C> {
  start(): void;
  /** Whether the frame was handed to an open connection; that it arrived, only an answer tells. */
  send(frame: C): boolean;
  /** Takes the connection for dead, whatever the browser thinks of it, and makes a new one. */
  drop(): void;
  close(): void;
}

/** Without a `ready` in this time, the connection is taken for dead. */
const READY_MILLIS = 10_000;

/** A connection that was cut sooner proves nothing: the next attempt waits longer all the same. */
const PROVEN_MILLIS = 5_000;

/** The network came back, or the page, or the person to it: no time to wait any longer. */
const RETURNS = ['online', 'pageshow', 'visibilitychange'] as const;

/**
 * A socket that mends itself: `hello` first, open when the server says `ready`, exponential back-off
 * when cut, none when only the token has run out, and a final stop when the close code says so.
 */
export class ReconnectingSocket<C, S extends Frame> implements FrameSocket<C> {
  private socket: WebSocket | undefined;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private state: Connection = 'connecting';
  private readyAt: number | undefined;
  private lastError: ErrorCode | undefined;
  private readonly onReturn = (): void => this.retryNow();
  private readonly onOffline = (): void => this.drop();

  constructor(
    private readonly gateway: string,
    private readonly channel: Channel<C, S>,
    private readonly events: SocketEvents<C, S>,
  ) {}

  start(): void {
    RETURNS.forEach((type) => addEventListener(type, this.onReturn));
    addEventListener('offline', this.onOffline);
    this.connect();
  }

  send(frame: C): boolean {
    if (this.state !== 'open' || this.socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  drop(): void {
    if (this.state === 'open' || this.state === 'connecting') {
      this.detach();
      this.retryLater();
    }
  }

  close(): void {
    RETURNS.forEach((type) => removeEventListener(type, this.onReturn));
    removeEventListener('offline', this.onOffline);
    this.detach();
    this.become('closed');
  }

  private retryNow(): void {
    if (this.state === 'waiting') {
      this.connect();
    }
  }

  private connect(): void {
    this.detach();
    this.become('connecting');
    this.lastError = undefined;
    const attempt = (this.timer = setTimeout(() => this.drop(), READY_MILLIS));
    const isCurrent = (): boolean => this.timer === attempt && this.state === 'connecting';
    void this.connectAs(isCurrent);
  }

  /** The hello is there before the connection: the server waits for it a few seconds only. */
  private async connectAs(isCurrent: () => boolean): Promise<void> {
    try {
      const hello = await this.events.hello();
      if (isCurrent()) {
        this.openWith(hello);
      }
    } catch {
      if (isCurrent()) {
        this.drop();
      }
    }
  }

  private openWith(hello: C): void {
    const url = new URL(this.channel.path, this.gateway);
    url.protocol = url.protocol.replace('http', 'ws');
    const socket = new WebSocket(url);
    this.socket = socket;
    socket.onopen = () => socket.send(JSON.stringify(hello));
    socket.onmessage = ({ data }) => this.receive(String(data));
    socket.onclose = ({ code }) => this.onClosed(code);
  }

  private receive(text: string): void {
    const frame = decodeFrame(this.channel.frames, text);
    if (frame === undefined) {
      return;
    }
    if (frame.type === 'ready') {
      clearTimeout(this.timer);
      this.readyAt = Date.now();
      this.become('open');
    }
    if (frame.type === 'error' && 'code' in frame) {
      this.lastError = errorCode(frame.code);
    }
    this.events.onFrame(frame);
  }

  private onClosed(code: number): void {
    this.detach();
    if (errorOfClose(code) === 'token-expired' && this.hasLasted()) {
      // Nothing is amiss: the next hello has a fresh one.
      this.connect();
    } else if (mayReconnect(code)) {
      this.retryLater();
    } else {
      this.close();
      this.events.onRefused(errorOfClose(code) ?? this.lastError ?? 'internal');
    }
  }

  private retryLater(): void {
    this.become('waiting');
    this.hasLasted();
    this.timer = setTimeout(() => this.connect(), backoffMillis(this.attempt));
    this.attempt += 1;
  }

  /** Asked once a connection is over. One that lasted makes the next attempt the first one. */
  private hasLasted(): boolean {
    const lasted = this.readyAt !== undefined && Date.now() - this.readyAt >= PROVEN_MILLIS;
    this.readyAt = undefined;
    if (lasted) {
      this.attempt = 0;
    }
    return lasted;
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
      this.events.onConnection(state);
    }
  }
}
