import type { Passed } from '../../host';
import type { VisitPage } from '../transport/page';
import type {
  ErrorCode,
  OpenVisit,
  VisitClientFrame,
  VisitOpened,
  VisitServerFrame,
} from '../../../protocol/generated';
import { Heartbeat } from '../../../transport/heartbeat';
import type { Result } from '../../../transport/http';
import type { FrameSocket, SocketEvents } from '../../../transport/socket';

export type VisitSocket = FrameSocket<VisitClientFrame>;
export type VisitSocketEvents = SocketEvents<VisitClientFrame, VisitServerFrame>;

export interface VisitPorts {
  readonly open: (body: OpenVisit) => Promise<Result<VisitOpened>>;
  readonly leave: (visit: VisitOpened) => void;
  readonly socket: (visit: VisitOpened, events: VisitSocketEvents) => VisitSocket;
  readonly page: () => VisitPage;
  /** What the site has passed of its visitor until now. */
  readonly details: () => Passed['details'];
  /** The visit, or its token, is new, or there is none any more: to be remembered, or forgotten. */
  readonly onVisit: (visit: VisitOpened | undefined) => void;
  readonly onErased: () => void;
  /** There is no such visit on the server any more; why, the code says. */
  readonly onExpired: (code: ErrorCode) => void;
  /** Nothing comes through any more, although the connection looks open. */
  readonly onSilence: () => void;
}

/** Refusals that mean: there is no such visit any more. */
const GONE: readonly ErrorCode[] = ['scope-destroyed', 'scope-lost', 'not-found', 'token-invalid'];

/** A site that passes one thing after the other is told on in one frame, and seldom enough. */
const SETTLE_MILLIS = 300;

/** In which the beacon of a page that goes away has arrived. */
const BEACON_MILLIS = 3_000;

/** Keeps one visit alive from this tab: socket, heartbeat, page changes, goodbye. */
export class VisitKeeper {
  private visit: VisitOpened | undefined;
  private socket: VisitSocket | undefined;
  private told: string | undefined;
  /** Details that the visit is to be told of, and those that no heartbeat's answer has confirmed. */
  private pending: Passed['details'] = {};
  private sent: Passed['details'] = {};
  private asked: Passed['details'] = {};
  private settling: ReturnType<typeof setTimeout> | undefined;
  private readonly heart: Heartbeat;

  constructor(private readonly ports: VisitPorts) {
    this.heart = new Heartbeat(
      () => this.beat(),
      () => {
        this.socket?.drop();
        ports.onSilence();
      },
    );
  }

  get current(): VisitOpened | undefined {
    return this.visit;
  }

  async open(body: OpenVisit): Promise<Result<VisitOpened>> {
    const opened = await this.ports.open(body);
    if (opened.ok && this.visit === undefined) {
      this.join(opened.value);
    } else if (opened.ok) {
      // Another tab's came meanwhile: the site has one visit.
      this.ports.leave(opened.value);
    }
    return opened;
  }

  join(visit: VisitOpened): void {
    if (visit.visit === this.visit?.visit) {
      return;
    }
    this.stop();
    this.pending = this.ports.details();
    this.remember(visit);
    this.socket = this.ports.socket(visit, {
      hello: () => ({ type: 'hello', token: this.visit?.token ?? visit.token }),
      onFrame: (frame) => this.onFrame(frame),
      onConnection: (state) => {
        if (state !== 'open') {
          this.heart.rest();
          // What may have gone with the connection is told again.
          this.pending = { ...this.asked, ...this.sent, ...this.pending };
          this.asked = this.sent = {};
        }
      },
      onRefused: (code) => this.onRefused(code),
    });
    this.socket.start();
  }

  pageChanged(): void {
    const page = this.ports.page();
    const key = JSON.stringify(page);
    if (key !== this.told && this.socket?.send({ type: 'page', ...page }) === true) {
      this.told = key;
    }
  }

  /** The site has passed something new of its visitor. */
  detailsChanged(details: Passed['details']): void {
    this.pending = { ...this.pending, ...details };
    this.settling ??= setTimeout(() => {
      this.settling = undefined;
      this.tellDetails();
    }, SETTLE_MILLIS);
  }

  /** Another tab of the visit has said goodbye, whose beacon may arrive after the first sign of life from here. */
  stay(): void {
    this.assure();
    setTimeout(() => this.assure(), BEACON_MILLIS);
  }

  /** A sign of life at once: the person is back. */
  assure(): void {
    this.heart.now();
  }

  /** The page goes away, perhaps for another page of the site: the visit may be joined again. */
  leave(): void {
    if (this.visit !== undefined) {
      this.ports.leave(this.visit);
      this.socket?.close();
      this.heart.rest();
    }
  }

  /** The page came out of the browser's back-forward cache. */
  comeBack(): void {
    const visit = this.visit;
    if (visit !== undefined) {
      this.stop();
      this.join(visit);
    }
  }

  stop(): void {
    this.heart.rest();
    this.socket?.close();
    this.socket = undefined;
    this.visit = undefined;
    this.told = undefined;
    this.pending = this.sent = this.asked = {};
    clearTimeout(this.settling);
    this.settling = undefined;
  }

  private beat(): boolean {
    const isSent = this.socket?.send({ type: 'heartbeat' }) === true;
    if (isSent) {
      this.asked = { ...this.asked, ...this.sent };
      this.sent = {};
    }
    return isSent;
  }

  private tellDetails(): void {
    const details = this.pending;
    if (
      Object.keys(details).length > 0 &&
      this.socket?.send({ type: 'details', details }) === true
    ) {
      this.sent = { ...this.sent, ...details };
      this.pending = {};
    }
  }

  private onFrame(frame: VisitServerFrame): void {
    this.heart.heard();
    switch (frame.type) {
      case 'ready':
        this.onReady(frame.heartbeatSeconds, frame.token);
        break;
      case 'erased':
        this.stop();
        this.ports.onVisit(undefined);
        this.ports.onErased();
        break;
      case 'heartbeat':
        // Frames are taken in their order: what was sent before what is answered has come.
        this.asked = {};
        break;
      case 'error':
        break;
    }
  }

  private onReady(heartbeatSeconds: number, token: string | undefined): void {
    if (this.visit !== undefined && token !== undefined) {
      this.remember({ ...this.visit, token });
    }
    this.heart.start(heartbeatSeconds * 1000);
    this.pageChanged();
    this.tellDetails();
  }

  private onRefused(code: ErrorCode): void {
    this.stop();
    this.ports.onVisit(undefined);
    if (GONE.includes(code)) {
      this.ports.onExpired(code);
    }
  }

  private remember(visit: VisitOpened): void {
    this.visit = visit;
    this.ports.onVisit(visit);
  }
}
