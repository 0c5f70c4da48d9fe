import { accessSubject, type Held, type Preview } from '../../../protocol/generated';
import { Ceiling } from '../../../transport/ceiling';
import type { Suite } from '../../transport/suite';
import { Store } from '../store';
import { refusedFor, type Refused } from './refused';
import { confirmed, isConfirmationRequired, type Selectors } from './selectors';

/** As the page says: what is shown may be destroyed by then, and nobody may sit before it. */
export const SHOWN_MILLIS = 15 * 60_000;

/** What is held about somebody, opened: in this page's memory, until it is forgotten. */
export type Access =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'held'; readonly held: Held; readonly subjects: number }
  /** Others are found by now than the officer was told. */
  | { readonly kind: 'changed' }
  | ({ readonly kind: 'failed' } & Refused);

export class AccessKeeper {
  readonly store = new Store<Access>({ kind: 'none' });
  private question = 0;
  private readonly ceiling = new Ceiling(() => this.forget(), SHOWN_MILLIS);

  constructor(private readonly suite: Pick<Suite, 'ask'>) {}

  /** Of several persons it is shown to who was told of how many. */
  async show(selectors: Selectors, { subjects, confirmation }: Preview): Promise<void> {
    const question = ++this.question;
    this.ceiling.mended();
    this.store.set({ kind: 'asking' });
    const answer = await this.suite.ask(accessSubject(confirmed(selectors, confirmation)));
    if (question !== this.question) {
      return;
    }
    if (answer.ok) {
      this.ceiling.cut();
      this.store.set({ kind: 'held', held: answer.value, subjects });
    } else if (isConfirmationRequired(answer.problem)) {
      this.store.set({ kind: 'changed' });
    } else {
      this.store.set({ kind: 'failed', ...refusedFor(answer) });
    }
  }

  forget(): void {
    this.question++;
    this.ceiling.mended();
    this.store.set({ kind: 'none' });
  }
}
