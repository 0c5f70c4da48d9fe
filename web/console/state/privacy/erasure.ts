import type { Failure } from '../../../protocol/errors';
import {
  cancelRequest,
  discover,
  getRequest,
  submitRequest,
  type Instant,
  type RequestBody,
  type ServiceName,
  type StatusAnswer,
} from '../../../protocol/generated';
import type { Result } from '../../../transport/http';
import { backoffMillis } from '../../../transport/backoff';
import type { Suite } from '../../transport/suite';
import { Store } from '../store';
import { numberOf } from './number-of';
import { fetchReceipt, type CheckedReceipt } from './receipt';
import { refusedFor, type Refused } from './refused';
import { confirmed, isConfirmationRequired, type Selectors } from './selectors';

/** An erasure from the question to its verified receipt. */
export type Erasure =
  | { readonly kind: 'none' }
  /** To be confirmed; `changed` if another number of persons was shown before. */
  | { readonly kind: 'asked'; readonly subjects: number; readonly changed: boolean }
  | { readonly kind: 'submitting' }
  | {
      readonly kind: 'working';
      readonly id: string;
      /** When the keys were destroyed, as soon as that is known. */
      readonly effective?: Instant;
      /** Undefined until somebody could be asked. */
      readonly waitingFor?: readonly ServiceName[];
      /** Nothing is done for it until a second person confirms it. */
      readonly awaitsSecond?: boolean;
      /** The status can't be asked for just now. */
      readonly unknown: boolean;
    }
  | { readonly kind: 'cancelled'; readonly id: string }
  | ({ readonly kind: 'completed'; readonly id: string } & CheckedReceipt)
  /** What failed may be tried again where that may help; it is the same request then. */
  | ({ readonly kind: 'failed'; readonly again: boolean } & Refused);

export interface ErasurePorts {
  readonly suite: Pick<Suite, 'ask'>;
  readonly pause: (millis: number) => Promise<void>;
  /** Resolves when somebody can see the page. */
  readonly inSight: () => Promise<void>;
  /** The request is taken: who is meant need not be known here any more. */
  readonly onTaken: () => void;
  /** Of who may not act alone: it waits for a second person, and its receipt is not theirs. */
  readonly isPetition?: boolean;
}

interface Wanted {
  readonly id: string;
  readonly selectors: Selectors;
  readonly subjects: number;
  readonly confirmation?: string | undefined;
}

/** The domain of the processor, in whose extension of OpenDSR the selectors stand, is told by one of them. */
const OWN_SELECTOR = 'visits';

export class ErasureKeeper {
  readonly store = new Store<Erasure>({ kind: 'none' });
  private wanted: Wanted | undefined;
  /** What was begun before is not followed any more. */
  private run = 0;

  constructor(private readonly ports: ErasurePorts) {}

  /** Asks whether the data of so many persons are to be erased. */
  consider(selectors: Selectors, subjects: number, confirmation?: string): void {
    this.run++;
    this.wanted = { id: crypto.randomUUID(), selectors, subjects, confirmation };
    this.store.set({ kind: 'asked', subjects, changed: false });
  }

  /**
   * Erases, if it is meant: the data of several persons only for who knows how many. Tells whether
   * `typed` is that number; of one person it isn't read.
   */
  confirm(typed: string): boolean {
    const { wanted } = this;
    if (wanted === undefined || (wanted.subjects > 1 && numberOf(typed) !== wanted.subjects)) {
      return false;
    }
    void this.submit(wanted);
    return true;
  }

  /** Sends the same request again, which is safe: it is taken once. */
  async again(): Promise<void> {
    if (this.wanted !== undefined) {
      await this.submit(this.wanted);
    }
  }

  /** Fetches the receipt of an erasure that is completed, when that failed. */
  async fetchAgain(): Promise<void> {
    const erasure = this.store.get();
    if (erasure.kind === 'completed' && erasure.receiptId !== undefined) {
      await this.complete(this.run, erasure.id, erasure.receiptId);
    }
  }

  /** Follows what this person asked for before. */
  async resume(id: string): Promise<void> {
    const run = ++this.run;
    this.wanted = undefined;
    this.store.set({ kind: 'working', id, unknown: false, awaitsSecond: true });
    await this.follow(run, id, '');
  }

  /** Takes it back, while nothing is done for it; what can't be taken back is followed further. */
  async withdraw(): Promise<void> {
    const erasure = this.store.get();
    if (erasure.kind !== 'working') {
      return;
    }
    const { run } = this;
    const answer = await this.ports.suite.ask(cancelRequest(erasure.id));
    if (run !== this.run) {
      return;
    }
    if (answer.ok) {
      this.run++;
      this.store.set({ kind: 'cancelled', id: erasure.id });
    } else {
      this.update({ unknown: answer.code !== 'conflict' });
    }
  }

  /** Nothing is to be erased after all; what was begun is not touched. */
  giveUp(): void {
    const { kind } = this.store.get();
    if (kind === 'asked' || kind === 'failed') {
      this.forget();
    }
  }

  /** What was begun goes on, in the services; this page knows nothing of it any more. */
  forget(): void {
    this.run++;
    this.wanted = undefined;
    this.store.set({ kind: 'none' });
  }

  private async submit(wanted: Wanted): Promise<void> {
    const run = ++this.run;
    const { suite } = this.ports;
    this.store.set({ kind: 'submitting' });
    const discovered = await suite.ask(discover());
    const domain = discovered.ok ? domainOf(discovered.value.supported_extensions) : undefined;
    const submitted: Result<unknown> =
      domain === undefined
        ? discovered.ok
          ? { ok: false, code: 'internal', retryable: false }
          : discovered
        : await suite.ask(submitRequest(requestOf(wanted, domain)));
    if (run !== this.run) {
      return;
    }
    if (!submitted.ok) {
      this.onRefused(wanted, submitted);
      return;
    }
    this.wanted = undefined;
    this.store.set({
      kind: 'working',
      id: wanted.id,
      unknown: false,
      ...(this.ports.isPetition ? { awaitsSecond: true } : {}),
    });
    this.ports.onTaken();
    await this.follow(run, wanted.id, domain ?? '');
  }

  private onRefused(wanted: Wanted, refusal: Failure): void {
    const { problem } = refusal;
    if (isConfirmationRequired(problem)) {
      const { subjects, confirmation } = problem;
      // A request that was refused is none: another id, so that nobody takes it for that one.
      this.wanted = { ...wanted, id: crypto.randomUUID(), subjects, confirmation };
      this.store.set({ kind: 'asked', subjects, changed: true });
    } else {
      this.store.set({ kind: 'failed', again: refusal.retryable, ...refusedFor(refusal) });
    }
  }

  private async follow(run: number, id: string, domain: string): Promise<void> {
    for (let attempt = 0; run === this.run; attempt++) {
      const status = await this.ports.suite.ask(getRequest(id));
      if (run !== this.run) {
        return;
      }
      if (status.ok ? await this.isOver(run, id, status.value, domain) : !status.retryable) {
        if (!status.ok) {
          this.onGone(id, status);
        }
        return;
      }
      if (!status.ok) {
        this.update({ unknown: true });
      }
      await this.ports.pause(backoffMillis(attempt));
      await this.ports.inSight();
    }
  }

  /** Of a petition nothing is left when it is refused, or its time has run out. */
  private onGone(id: string, failure: Failure): void {
    this.store.set(
      this.ports.isPetition && failure.code === 'not-found'
        ? { kind: 'cancelled', id }
        : { kind: 'failed', again: false, ...refusedFor(failure) },
    );
  }

  private async isOver(
    run: number,
    id: string,
    status: StatusAnswer,
    domain: string,
  ): Promise<boolean> {
    const its = status.extensions[domain];
    switch (status.request_status) {
      case 'pending':
      case 'in_progress':
        this.update({
          unknown: false,
          ...(this.ports.isPetition ? { awaitsSecond: status.request_status === 'pending' } : {}),
          ...(its === undefined ? {} : { waitingFor: its.waiting_for }),
          ...(its?.effective_time === undefined ? {} : { effective: its.effective_time }),
        });
        return false;
      case 'cancelled':
        this.store.set({ kind: 'cancelled', id });
        return true;
      case 'completed':
        await this.complete(run, id, its?.receipt);
        return true;
    }
  }

  private async complete(run: number, id: string, receiptId: string | undefined): Promise<void> {
    const completed = { kind: 'completed', id } as const;
    if (receiptId === undefined || this.ports.isPetition) {
      this.store.set(completed);
      return;
    }
    this.store.set({ ...completed, receiptId });
    const receipt = await fetchReceipt(this.ports.suite, receiptId);
    if (run === this.run) {
      this.store.set({ ...completed, ...receipt });
    }
  }

  private update(change: Partial<Extract<Erasure, { kind: 'working' }>>): void {
    const erasure = this.store.get();
    if (erasure.kind === 'working') {
      this.store.set({ ...erasure, ...change });
    }
  }
}

function domainOf(extensions: Readonly<Record<string, readonly string[]>>): string | undefined {
  return Object.keys(extensions).find((each) => extensions[each]?.includes(OWN_SELECTOR));
}

function requestOf({ id, selectors, confirmation }: Wanted, domain: string): RequestBody {
  return {
    regulation: 'gdpr',
    api_version: '2.0',
    subject_request_id: id,
    subject_request_type: 'erasure',
    submitted_time: new Date().toISOString(),
    subject_identities: [],
    extensions: { [domain]: confirmed(selectors, confirmation) },
  };
}
