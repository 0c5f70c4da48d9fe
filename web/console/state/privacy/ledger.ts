import type { FailureCode } from '../../../protocol/errors';
import { getKeySet, getLedger, type Entry } from '../../../protocol/generated';
import type { Result } from '../../../transport/http';
import type { ReceiptCheck } from '../../transport/receipt-check';
import type { Suite } from '../../transport/suite';
import { Store } from '../store';
import { lastNumber } from './last-number';
import { checkOf } from './receipt';

/** How many entries are shown at once. */
export const PAGE = 25;

export interface LedgerState {
  readonly busy: boolean;
  /** Newest first; undefined until they came. */
  readonly entries?: readonly Entry[];
  readonly hasNewer: boolean;
  readonly problem?: FailureCode;
  /** What checking the signature of an entry's receipt gave, by the entry's number. */
  readonly checks: ReadonlyMap<number, ReceiptCheck>;
}

/** The account's ledger, a page of it at a time. Entries are numbered from 1, without gaps. */
export class LedgerKeeper {
  readonly store = new Store<LedgerState>({ busy: false, hasNewer: false, checks: new Map() });
  private question = 0;

  constructor(private readonly suite: Pick<Suite, 'ask'>) {}

  /** The last page. The ledger is asked from its beginning on, so its end is looked for first. */
  async newest(): Promise<void> {
    await this.load(async () => {
      const last = await lastNumber((after) => this.exists(after));
      return last.ok ? this.page(Math.max(0, last.value - PAGE)) : last;
    });
  }

  async older(): Promise<void> {
    const first = this.store.get().entries?.at(-1)?.number ?? 1;
    if (first === 1) {
      return;
    }
    await this.load(() => this.page(Math.max(0, first - 1 - PAGE), Math.min(PAGE, first - 1)));
  }

  async newer(): Promise<void> {
    await this.load(() => this.page(this.store.get().entries?.[0]?.number ?? 0));
  }

  /** Verifies the receipt that stands in an entry. */
  async check({ number, fact }: Entry): Promise<void> {
    if (fact.type !== 'subject-erased') {
      return;
    }
    const keys = await this.suite.ask(getKeySet());
    if (!keys.ok) {
      this.store.update({ problem: keys.code });
      return;
    }
    const check = await checkOf(fact.signed, fact.receipt, keys.value);
    this.store.update({ checks: new Map([...this.store.get().checks, [number, check]]) });
  }

  private async load(how: () => Promise<Result<readonly Entry[]>>): Promise<void> {
    const question = ++this.question;
    const { problem: _, ...rest } = this.store.get();
    this.store.set({ ...rest, busy: true });
    const page = await how();
    if (question !== this.question) {
      return;
    }
    const { checks } = rest;
    if (!page.ok) {
      this.store.set({ ...rest, busy: false, problem: page.code });
      return;
    }
    const entries = [...page.value].sort((one, other) => other.number - one.number);
    const newest = entries[0]?.number ?? 0;
    const more = await this.exists(newest);
    if (question === this.question) {
      this.store.set({ busy: false, entries, hasNewer: more.ok && more.value, checks });
    }
  }

  private async page(after: number, limit = PAGE): Promise<Result<readonly Entry[]>> {
    const answer = await this.suite.ask(getLedger({ after, limit }));
    return answer.ok ? { ok: true, value: answer.value.entries } : answer;
  }

  /** Whether there is an entry after that number. */
  private async exists(after: number): Promise<Result<boolean>> {
    const page = await this.page(after, 1);
    return page.ok ? { ok: true, value: page.value.length > 0 } : page;
  }
}
