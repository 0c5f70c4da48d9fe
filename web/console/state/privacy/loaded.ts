import type { FailureCode } from '../../../protocol/errors';
import type { Result } from '../../../transport/http';
import { Store } from '../store';

/** Something that is fetched once, and again if that failed. */
export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'there'; readonly value: T }
  | { readonly kind: 'failed'; readonly problem: FailureCode };

export class Loader<T> {
  readonly store = new Store<Loaded<T>>({ kind: 'loading' });

  constructor(private readonly fetch: () => Promise<Result<T>>) {}

  async load(): Promise<void> {
    if (this.store.get().kind === 'there') {
      return;
    }
    this.store.set({ kind: 'loading' });
    const answer = await this.fetch();
    this.store.set(
      answer.ok ? { kind: 'there', value: answer.value } : { kind: 'failed', problem: answer.code },
    );
  }
}
