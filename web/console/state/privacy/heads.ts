import type { FailureCode } from '../../../protocol/errors';
import {
  getConsistencyProof,
  getKeySet,
  getLatestLedgerHead,
  getLedgerHeads,
  type HeadView,
  type KeySet,
} from '../../../protocol/generated';
import type { Result } from '../../../transport/http';
import { provesGrowth, signedHead, type Head } from '../../transport/head-check';
import type { Suite } from '../../transport/suite';
import { Store } from '../store';

/** What comparing an earlier head with the newest gave. */
export type Verdict =
  | { readonly kind: 'grown' | 'same' | 'contradicts' | 'ahead'; readonly earlier: Head }
  /** What was entered is no head that one of the published keys signed. */
  | { readonly kind: 'no-head' };

export interface HeadsState {
  readonly busy: boolean;
  readonly newest?: HeadView;
  /** Whether the newest says what was signed. */
  readonly isSigned?: boolean;
  readonly verdict?: Verdict;
  readonly problem?: FailureCode;
}

/** The newest signed head of the ledger's tree, and whether the tree has grown from an earlier one. */
export class HeadsKeeper {
  readonly store = new Store<HeadsState>({ busy: false });
  private question = 0;

  constructor(private readonly suite: Pick<Suite, 'ask'>) {}

  /** Fetches the newest head, and verifies its signature. */
  async load(): Promise<void> {
    await this.ask(async () => {
      const newest = await this.newest();
      return newest.ok ? { ok: true, value: newest.value.state } : newest;
    });
  }

  /** Compares the newest head with one that was kept, or with the oldest that is published. */
  async compare(kept: string): Promise<void> {
    await this.ask(async () => {
      const newest = await this.newest();
      if (!newest.ok) {
        return newest;
      }
      const { state, keys, head } = newest.value;
      const jws: Result<string> =
        kept.trim() === '' ? await this.oldest() : { ok: true, value: kept };
      if (!jws.ok) {
        return jws;
      }
      const earlier = await signedHead(jws.value, keys);
      if (earlier === undefined) {
        return { ok: true, value: { ...state, verdict: { kind: 'no-head' } } };
      }
      const kind =
        head === undefined
          ? ({ ok: true, value: 'contradicts' } as const)
          : await this.compared(earlier, head);
      return kind.ok
        ? { ok: true, value: { ...state, verdict: { kind: kind.value, earlier } } }
        : kind;
    });
  }

  private async compared(
    earlier: Head,
    newest: Head,
  ): Promise<Result<'grown' | 'same' | 'contradicts' | 'ahead'>> {
    if (earlier.size > newest.size) {
      return { ok: true, value: 'ahead' };
    }
    if (earlier.size === newest.size) {
      return { ok: true, value: earlier.root === newest.root ? 'same' : 'contradicts' };
    }
    const proof = await this.suite.ask(
      getConsistencyProof({ from: earlier.size, to: newest.size }),
    );
    if (!proof.ok) {
      // It says so itself where the records are not those that its tree was made of.
      return proof.code === 'ledger-changed' ? { ok: true, value: 'contradicts' } : proof;
    }
    const isGrown = await provesGrowth(earlier, newest, proof.value);
    return { ok: true, value: isGrown ? 'grown' : 'contradicts' };
  }

  private async newest(): Promise<
    Result<{ state: Partial<HeadsState>; keys: KeySet; head: Head | undefined }>
  > {
    const [newest, keys] = await Promise.all([
      this.suite.ask(getLatestLedgerHead()),
      this.suite.ask(getKeySet()),
    ]);
    if (!newest.ok) {
      return newest;
    }
    if (!keys.ok) {
      return keys;
    }
    const signed = await signedHead(newest.value.jws, keys.value);
    const { size, root, at } = newest.value;
    const isSigned = signed?.size === size && signed.root === root && signed.at === at;
    const state = { newest: newest.value, isSigned };
    return { ok: true, value: { state, keys: keys.value, head: isSigned ? signed : undefined } };
  }

  /** That of an empty tree says nothing, so one with records is taken where there is one. */
  private async oldest(): Promise<Result<string>> {
    const page = await this.suite.ask(getLedgerHeads({ from: 0 }));
    if (!page.ok) {
      return page;
    }
    const { heads } = page.value;
    return { ok: true, value: (heads.find(({ size }) => size > 0) ?? heads[0])?.jws ?? '' };
  }

  private async ask(how: () => Promise<Result<Partial<HeadsState>>>): Promise<void> {
    const question = ++this.question;
    const { problem: _, verdict: __, ...rest } = this.store.get();
    this.store.set({ ...rest, busy: true });
    const answer = await how();
    if (question === this.question) {
      this.store.set({
        ...rest,
        busy: false,
        ...(answer.ok ? answer.value : { problem: answer.code }),
      });
    }
  }
}
