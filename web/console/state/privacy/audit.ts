import type { FailureCode } from '../../../protocol/errors';
import { getAudit, type AuditedAction } from '../../../protocol/generated';
import type { Result } from '../../../transport/http';
import type { Suite } from '../../transport/suite';
import { Store } from '../store';
import { lastNumber } from './last-number';
import { PAGE } from './ledger';

/** How many actions are fetched at once, at most. */
const MOST = 200;

export interface AuditState {
  readonly busy: boolean;
  /** Newest first; undefined until they came. */
  readonly actions?: readonly AuditedAction[];
  readonly hasOlder: boolean;
  /** Whether the page is not the newest. */
  readonly hasNewer: boolean;
  readonly problem?: FailureCode;
}

/** Who did what in an account, a page of it at a time: roles and actions, no person. */
export class AuditKeeper {
  readonly store = new Store<AuditState>({ busy: false, hasOlder: false, hasNewer: false });
  /** Below which entries the pages lie that lead to this one, the newest first. */
  private bounds: readonly number[] = [];
  private question = 0;

  constructor(private readonly suite: Pick<Suite, 'ask'>) {}

  /** The last page. The audit is asked from its beginning on, so its end is looked for first. */
  async newest(): Promise<void> {
    await this.load(async () => {
      const last = await lastNumber(async (after) => {
        const more = await this.actions(after, 1);
        return more.ok ? { ok: true, value: more.value.length > 0 } : more;
      });
      return last.ok ? { ok: true, value: [last.value + 1] } : last;
    });
  }

  async older(): Promise<void> {
    const first = this.store.get().actions?.at(-1)?.entry;
    if (first !== undefined) {
      await this.load(() => Promise.resolve({ ok: true, value: [...this.bounds, first] }));
    }
  }

  async newer(): Promise<void> {
    if (this.bounds.length > 1) {
      await this.load(() => Promise.resolve({ ok: true, value: this.bounds.slice(0, -1) }));
    }
  }

  private async load(where: () => Promise<Result<readonly number[]>>): Promise<void> {
    const question = ++this.question;
    const { problem: _, ...rest } = this.store.get();
    this.store.set({ ...rest, busy: true });
    const bounds = await where();
    const page = bounds.ok ? await this.below(bounds.value.at(-1) ?? 1) : bounds;
    if (question !== this.question) {
      return;
    }
    if (!bounds.ok || !page.ok) {
      const failure = bounds.ok ? page : bounds;
      this.store.set({ ...rest, busy: false, ...(failure.ok ? {} : { problem: failure.code }) });
      return;
    }
    this.bounds = bounds.value;
    const actions = page.value.slice(0, PAGE);
    this.store.set({
      busy: false,
      actions,
      hasOlder: page.value.length > PAGE,
      hasNewer: bounds.value.length > 1,
    });
  }

  /**
   * What was done before an entry, newest first, at least one more than a page if there is so much.
   * Entries that are no actions lie between, so it is looked for in ranges that double.
   */
  private async below(bound: number): Promise<Result<readonly AuditedAction[]>> {
    let found: readonly AuditedAction[] = [];
    let end = bound;
    for (let range = 4 * PAGE; end > 1 && found.length <= PAGE; range *= 2) {
      const begin = Math.max(1, end - range);
      const more = await this.between(begin, end);
      if (!more.ok) {
        return more;
      }
      found = [...found, ...[...more.value].reverse()];
      end = begin;
    }
    return { ok: true, value: found };
  }

  /** The actions among the entries from one number to before another, oldest first. */
  private async between(begin: number, end: number): Promise<Result<readonly AuditedAction[]>> {
    let all: readonly AuditedAction[] = [];
    for (let after = begin - 1; ;) {
      const page = await this.actions(after, MOST);
      if (!page.ok) {
        return page;
      }
      all = [...all, ...page.value.filter(({ entry }) => entry < end)];
      const last = page.value.at(-1)?.entry ?? end;
      if (page.value.length < MOST || last >= end - 1) {
        return { ok: true, value: all };
      }
      after = last;
    }
  }

  private async actions(after: number, limit: number): Promise<Result<readonly AuditedAction[]>> {
    const answer = await this.suite.ask(getAudit({ after, limit }));
    return answer.ok ? { ok: true, value: answer.value.actions } : answer;
  }
}
