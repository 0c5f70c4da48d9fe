import type {
  ErrorCode,
  VisitId,
  VisitorView,
  VisitorsClientFrame,
  VisitorsServerFrame,
} from '../../protocol/generated';
import { Ceiling } from '../../transport/ceiling';
import type { Connection, FrameSocket, SocketEvents } from '../../transport/socket';
import { Store } from './store';

export type SortKey = 'since' | 'page' | 'place' | 'browser';

export interface VisitorsModel {
  readonly connection: Connection;
  readonly visitors: ReadonlyMap<VisitId, VisitorView>;
  /** Whether the list is the server's of now: who is not in it is gone. */
  readonly isPresent: boolean;
  readonly selected?: VisitId;
  readonly sortBy: SortKey;
  readonly descending: boolean;
}

export type VisitorsEvents = SocketEvents<VisitorsClientFrame, VisitorsServerFrame>;
export type VisitorsSocket = FrameSocket<VisitorsClientFrame>;

const empty: VisitorsModel = {
  connection: 'connecting',
  visitors: new Map(),
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
  private readonly ceiling = new Ceiling(() => this.become(new Map()));

  constructor(
    private readonly open: (events: VisitorsEvents) => VisitorsSocket,
    private readonly token: () => Promise<string>,
    private readonly onRefused: (code: ErrorCode) => void,
  ) {}

  start(): void {
    this.socket = this.open({
      hello: async () => ({ type: 'hello', token: await this.token() }),
      onFrame: (frame) => this.onFrame(frame),
      onConnection: (connection) => this.onConnection(connection),
      onRefused: this.onRefused,
    });
    this.socket.start();
  }

  stop(): void {
    this.rest();
    this.ceiling.mended();
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
    const { sortBy, descending } = this.store.get();
    this.store.update({ sortBy: by, descending: by === sortBy ? !descending : by === 'since' });
  }

  private onConnection(connection: Connection): void {
    this.store.update({ connection });
    if (connection === 'open') {
      this.ceiling.mended();
    } else {
      this.store.update({ isPresent: false });
      this.ceiling.cut();
    }
  }

  private onFrame(frame: VisitorsServerFrame): void {
    switch (frame.type) {
      case 'visitors':
        this.become(new Map(frame.visitors.map((each) => [each.visit, each])));
        this.store.update({ isPresent: true });
        break;
      case 'changed':
        this.become(
          new Map([
            ...this.store.get().visitors,
            ...frame.visitors.map((each) => [each.visit, each] as const),
          ]),
        );
        break;
      case 'gone': {
        const left = new Map(this.store.get().visitors);
        frame.visits.forEach((visit) => left.delete(visit));
        this.become(left);
        break;
      }
      case 'ready':
      case 'error':
        break;
    }
  }

  private become(visitors: ReadonlyMap<VisitId, VisitorView>): void {
    const { selected } = this.store.get();
    this.store.update({ visitors });
    if (selected !== undefined && !visitors.has(selected)) {
      this.select(undefined);
    }
  }
}

export function sorted({ visitors, sortBy, descending }: VisitorsModel): readonly VisitorView[] {
  const order = descending ? -1 : 1;
  return [...visitors.values()].sort(
    (one, other) => order * sortText(one, sortBy).localeCompare(sortText(other, sortBy)),
  );
}

function sortText(visitor: VisitorView, by: SortKey): string {
  switch (by) {
    case 'since':
      return visitor.since;
    case 'page':
      return visitor.url;
    case 'place':
      return [visitor.country, visitor.region, visitor.city].join(' ');
    case 'browser':
      return [visitor.browser, visitor.os].join(' ');
  }
}
