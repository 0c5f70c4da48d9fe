import type { FailureCode } from '../../../protocol/errors';
import { getLedger } from '../../../protocol/generated';
import type { Suite } from '../../transport/suite';
import { Store } from '../store';
import { of, type Standing } from './privacy-desk';

/** The account that staff act for, and as what. */
export type Chosen =
  | { readonly kind: 'none' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'there'; readonly account: string; readonly standing: Standing }
  | { readonly kind: 'failed'; readonly problem: FailureCode };

/** What an account's id looks like. */
const ID = /^[a-z][a-z0-9-]{2,39}$/;

/**
 * Finds out what staff may do for an account. The ledger is there for who may act alone; to everybody
 * else it is not found, whether there is such an account or not.
 */
export class StandingKeeper {
  readonly store = new Store<Chosen>({ kind: 'none' });
  private question = 0;

  constructor(private readonly suite: Pick<Suite, 'ask'>) {}

  async choose(typed: string): Promise<void> {
    const question = ++this.question;
    const account = typed.trim().toLowerCase();
    if (!ID.test(account)) {
      this.store.set({ kind: 'invalid' });
      return;
    }
    this.store.set({ kind: 'asking' });
    const answer = await of(account, this.suite).ask(getLedger({ limit: 1 }));
    if (question !== this.question) {
      return;
    }
    if (answer.ok || answer.code === 'not-found') {
      const standing = answer.ok ? 'delegate' : 'petitioner';
      this.store.set({ kind: 'there', account, standing });
    } else {
      this.store.set({ kind: 'failed', problem: answer.code });
    }
  }

  forget(): void {
    this.question++;
    this.store.set({ kind: 'none' });
  }
}
