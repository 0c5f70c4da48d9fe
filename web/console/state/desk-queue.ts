import type { DeskServerFrame } from '../../protocol/generated';
import { withQueue, type DeskModel } from './desk-model';
import type { Store } from './store';

/** The chats that wait, told change by change; the first change of a connection begins anew. */
export class DeskQueue {
  private isNew = true;

  constructor(
    private readonly store: Store<DeskModel>,
    private readonly onArrival: () => void,
  ) {}

  begin(): void {
    this.isNew = true;
  }

  onChange(change: Extract<DeskServerFrame, { type: 'queue' }>): void {
    const model = this.store.get();
    const known = new Set(model.queue.map(({ chat }) => chat));
    this.store.set(withQueue(this.isNew ? { ...model, queue: [] } : model, change));
    this.isNew = false;
    if (change.chats.some(({ chat }) => !known.has(chat))) {
      this.onArrival();
    }
  }
}
