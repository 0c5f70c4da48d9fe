import type { DeskModel, Losses } from './desk-model';
import type { Store } from './store';

/**
 * What the account lost, as the server tells it: always all of the last day. Who has closed it sees it
 * again when more is lost.
 */
export class DeskLosses {
  constructor(private readonly store: Store<DeskModel>) {}

  onLosses({ letters, chats }: Losses): void {
    this.store.update({ losses: { letters, ...(chats === undefined ? {} : { chats }) } });
  }

  close(): void {
    const { losses } = this.store.get();
    if (losses !== undefined) {
      this.store.update({ lossesClosed: newest(losses) });
    }
  }
}

/** What is to be seen of the losses now; nothing when there are none, or none since they were closed. */
export function shownLosses({ losses, lossesClosed = -Infinity }: DeskModel): Losses | undefined {
  return losses !== undefined && newest(losses) > lossesClosed ? losses : undefined;
}

function newest({ letters, chats }: Losses): number {
  const times = [...letters, ...(chats === undefined ? [] : [chats])];
  return Math.max(...times.map(({ last }) => Date.parse(last)));
}
