import type {
  ErrorCode,
  Instant,
  VisitId,
  VisitorView,
  VisitorsClientFrame,
  VisitorsServerFrame,
} from '../../protocol/generated';
import { Ceiling } from '../../transport/ceiling';
import type { Connection, FrameSocket, SocketEvents } from '../../transport/socket';
import { Store } from './store';
import { inOrder, reordered, type Order, type SortKey } from './visitor-order';

/** A visitor as this page has followed him. */
export type SeenVisitor = VisitorView & {
  /** When details came to be what they are, as far as they changed before these eyes. */
  readonly changedAt?: ReadonlyMap<string, Instant>;
};

export interface VisitorsModel extends Order {
  readonly connection: Connection;
  readonly visitors: ReadonlyMap<VisitId, SeenVisitor>;
  /** The same, sorted. */
  readonly list: readonly SeenVisitor[];
  /** Whether the list is the server's of now: who is not in it is gone. */
  readonly isPresent: boolean;
  readonly selected?: VisitId;
}

export type VisitorsEvents = SocketEvents<VisitorsClientFrame, VisitorsServerFrame>;
export type VisitorsSocket = FrameSocket<VisitorsClientFrame>;

export interface VisitorsPorts {
  readonly socket: (events: VisitorsEvents) => VisitorsSocket;
  readonly token: () => Promise<string>;
  readonly onRefused: (code: ErrorCode) => void;
  /** Calls back when the page is drawn the next time; what is told until then is shown together. */
  readonly nextFrame: (callback: () => void) => void;
  readonly now: () => Instant;
}

const empty: VisitorsModel = {
  connection: 'connecting',
  visitors: new Map(),
  list: [],
  isPresent: false,
  sortBy: 'since',
  descending: true,
};

/**
 * The live list. What the server says is gone is gone from here, details included; and all is gone
 * when the server could not say so for as long as it may hold anything.
 */
export class VisitorsKeeper {
  readonly store = new Store<VisitorsModel>(empty);
  private socket: VisitorsSocket | undefined;
  /** What was told since the page was drawn. */
  private told: VisitorsServerFrame[] = [];
  private readonly ceiling = new Ceiling(() => this.forget());

  constructor(private readonly ports: VisitorsPorts) {}

  start(): void {
    this.socket = this.ports.socket({
      hello: async () => ({ type: 'hello', token: await this.ports.token() }),
      onFrame: (frame) => this.onFrame(frame),
      onConnection: (connection) => this.onConnection(connection),
      onRefused: this.ports.onRefused,
    });
    this.socket.start();
  }

  stop(): void {
    this.rest();
    this.ceiling.mended();
    this.told = [];
    this.store.set({ ...empty, connection: 'closed' });
  }

  /** Hangs up; what is shown stays until the ceiling, or until it is started again. */
  rest(): void {
    this.socket?.close();
  }

  /** Takes the connection for dead: another one of this page is. */
  drop(): void {
    this.socket?.drop();
  }

  select(visit: VisitId | undefined): void {
    const { selected: _selected, ...rest } = this.store.get();
    this.store.set(visit === undefined ? rest : { ...rest, selected: visit });
  }

  sort(by: SortKey): void {
    const { sortBy, descending, visitors } = this.store.get();
    const order = { sortBy: by, descending: by === sortBy ? !descending : by === 'since' };
    this.store.update({ ...order, list: inOrder(visitors, order) });
  }

  private onConnection(connection: Connection): void {
    this.store.update({ connection });
    if (connection === 'open') {
      this.ceiling.mended();
    } else {
      this.showTold();
      this.store.update({ isPresent: false });
      this.ceiling.cut();
    }
  }

  private onFrame(frame: VisitorsServerFrame): void {
    if (this.told.push(frame) === 1) {
      this.ports.nextFrame(() => this.showTold());
    }
  }

  private showTold(): void {
    const { told } = this;
    this.told = [];
    if (told.length > 0) {
      const next = told.some(({ type }) => type === 'visitors') ? { isPresent: true } : {};
      this.become(this.after(told), next);
    }
  }

  /** Who is there after what was told, and of whom something was. */
  private after(told: readonly VisitorsServerFrame[]): Changes {
    const before = this.store.get().visitors;
    const visitors = new Map(before);
    const touched = new Set<VisitId>();
    const put = (view: VisitorView): void => {
      touched.add(view.visit);
      const known = visitors.get(view.visit) ?? before.get(view.visit);
      visitors.set(view.visit, seen(known, view, this.ports.now()));
    };
    const drop = (visit: VisitId): void => {
      touched.add(visit);
      visitors.delete(visit);
    };
    for (const frame of told) {
      switch (frame.type) {
        case 'visitors':
          [...visitors.keys()].forEach(drop);
          frame.visitors.forEach(put);
          break;
        case 'changed':
          frame.visitors.forEach(put);
          break;
        case 'gone':
          frame.visits.forEach(drop);
          break;
        case 'ready':
        case 'error':
          break;
      }
    }
    return { visitors, touched };
  }

  private forget(): void {
    this.told = [];
    const { visitors } = this.store.get();
    this.become({ visitors: new Map(), touched: new Set(visitors.keys()) }, {});
  }

  private become({ visitors, touched }: Changes, also: Partial<VisitorsModel>): void {
    const model = this.store.get();
    const list = reordered(model.list, visitors, touched, model);
    const { selected, ...rest } = { ...model, ...also, visitors, list };
    this.store.set(
      selected === undefined || !visitors.has(selected) ? rest : { ...rest, selected },
    );
  }
}

interface Changes {
  readonly visitors: ReadonlyMap<VisitId, SeenVisitor>;
  readonly touched: ReadonlySet<VisitId>;
}

/** The visitor as told now, with when which detail changed. */
function seen(before: SeenVisitor | undefined, now: VisitorView, at: Instant): SeenVisitor {
  if (before === undefined) {
    return now;
  }
  const changedAt = new Map(
    Object.entries(now.details).flatMap(([name, value]) => {
      const when = before.details[name] === value ? before.changedAt?.get(name) : at;
      return when === undefined ? [] : [[name, when]];
    }),
  );
  return changedAt.size === 0 ? now : { ...now, changedAt };
}
