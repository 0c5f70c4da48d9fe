import type { Failure, FailureCode } from '../../../protocol/errors';
import {
  cancelRequest,
  confirmRequest,
  getWaitingRequest,
  listWaitingRequests,
  type WaitingRequest,
} from '../../../protocol/generated';
import type { Suite } from '../../transport/suite';
import { Store } from '../store';
import { numberOf } from './number-of';
import { isConfirmationRequired } from './selectors';

/** What the page is about to do with a request, or did. */
export type Decision =
  | { readonly kind: 'none' }
  /** To be confirmed; `subjects` is 1 until the suite says that it finds several. */
  | {
      readonly kind: 'asked';
      readonly request: WaitingRequest;
      readonly subjects: number;
      readonly changed: boolean;
      readonly confirmation?: string;
    }
  | { readonly kind: 'sending'; readonly request: WaitingRequest }
  | { readonly kind: 'confirmed' | 'refused'; readonly request: WaitingRequest }
  | { readonly kind: 'failed'; readonly request: WaitingRequest; readonly problem: FailureCode };

export interface WaitingState {
  /** Oldest first; undefined until they came. */
  readonly requests?: readonly WaitingRequest[];
  readonly problem?: FailureCode;
  readonly decision: Decision;
}

export interface WaitingPorts {
  readonly suite: Pick<Suite, 'ask'>;
  readonly pause: (millis: number) => Promise<void>;
  /** Resolves when somebody can see the page. */
  readonly inSight: () => Promise<void>;
}

/** How long until it is looked again. */
export const AGAIN_MILLIS = 15_000;

/** What staff asked for that may not act alone, and what a second person decides. */
export class WaitingKeeper {
  readonly store = new Store<WaitingState>({ decision: { kind: 'none' } });
  private run = 0;
  /** The request that is looked at alone, by its number. */
  private only: string | undefined;

  constructor(private readonly ports: WaitingPorts) {}

  /** Lists what waits, and looks again until it is stopped. */
  async watch(): Promise<void> {
    const run = ++this.run;
    while (run === this.run) {
      await this.list(run);
      await this.ports.pause(AGAIN_MILLIS);
      await this.ports.inSight();
    }
  }

  stop(): void {
    this.run++;
  }

  /** Looks at one request, for who was told its number. */
  async look(id: string): Promise<void> {
    const run = ++this.run;
    this.only = id;
    this.store.set({ decision: { kind: 'none' } });
    await this.lookAgain(run);
  }

  /** Asks whether it is to be confirmed. */
  consider(request: WaitingRequest): void {
    this.decide({ kind: 'asked', request, subjects: 1, changed: false });
  }

  /** Confirms it, if it is meant; of several persons only for who knows how many. */
  confirm(typed: string): boolean {
    const { decision } = this.store.get();
    if (
      decision.kind !== 'asked' ||
      (decision.subjects > 1 && numberOf(typed) !== decision.subjects)
    ) {
      return false;
    }
    void this.send(decision);
    return true;
  }

  giveUp(): void {
    this.decide({ kind: 'none' });
  }

  async refuse(request: WaitingRequest): Promise<void> {
    this.decide({ kind: 'sending', request });
    const answer = await this.ports.suite.ask(cancelRequest(request.id));
    await this.decided(request, answer.ok ? { kind: 'refused', request } : failed(request, answer));
  }

  private async send(asked: Extract<Decision, { kind: 'asked' }>): Promise<void> {
    const { request, confirmation } = asked;
    this.decide({ kind: 'sending', request });
    const answer = await this.ports.suite.ask(
      confirmRequest(
        request.id,
        confirmation === undefined ? {} : { 'Lethe-Confirmation': confirmation },
      ),
    );
    if (!answer.ok && isConfirmationRequired(answer.problem)) {
      const { subjects, confirmation: token } = answer.problem;
      const changed = asked.confirmation !== undefined;
      this.decide({ kind: 'asked', request, subjects, changed, confirmation: token });
      return;
    }
    await this.decided(
      request,
      answer.ok ? { kind: 'confirmed', request } : failed(request, answer),
    );
  }

  /** What is decided, or gone, waits no longer; what failed for now still does. */
  private async decided(request: WaitingRequest, decision: Decision): Promise<void> {
    const { requests = [] } = this.store.get();
    const stays =
      decision.kind === 'failed' &&
      decision.problem !== 'conflict' &&
      decision.problem !== 'not-found';
    this.store.update({
      decision,
      ...(stays ? {} : { requests: requests.filter(({ id }) => id !== request.id) }),
    });
    if (this.only === undefined) {
      await this.list(this.run);
    }
  }

  private async list(run: number): Promise<void> {
    const answer = await this.ports.suite.ask(listWaitingRequests());
    if (run !== this.run) {
      return;
    }
    if (!answer.ok) {
      this.store.update({ problem: answer.code });
      return;
    }
    const { requests } = answer.value;
    const { decision } = this.store.get();
    // Somebody else was faster than who is being asked.
    const isGone =
      decision.kind === 'asked' && !requests.some(({ id }) => id === decision.request.id);
    this.store.set({
      requests,
      decision: isGone
        ? { kind: 'failed', request: decision.request, problem: 'conflict' }
        : decision,
    });
  }

  private async lookAgain(run: number): Promise<void> {
    const answer = await this.ports.suite.ask(getWaitingRequest(this.only ?? ''));
    if (run === this.run) {
      this.store.update(answer.ok ? { requests: [answer.value] } : { problem: answer.code });
    }
  }

  private decide(decision: Decision): void {
    this.store.update({ decision });
  }
}

function failed(request: WaitingRequest, { code }: Failure): Decision {
  return { kind: 'failed', request, problem: code };
}
