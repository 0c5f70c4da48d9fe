import type { FailureCode } from '../../../protocol/errors';
import type { ConsentGiven, OpenVisit } from '../../../protocol/generated';
import type { Result } from '../../../transport/http';
import type { VisitKeeper } from './visit-keeper';

/** Refusals that mean: there is no such visit any more. */
const GONE: readonly FailureCode[] = ['scope-destroyed', 'scope-lost', 'token-invalid'];

/**
 * The visit and the consent that it stands on. The consent is kept in this page's memory only: a
 * visit that ran out may be opened anew under the site's, a reload has to be given it again.
 */
export class ConsentedVisit {
  private consent: ConsentGiven | undefined;
  private by: 'site' | 'form' = 'form';
  private opening: Promise<Result<unknown>> | undefined;

  constructor(
    private readonly keeper: VisitKeeper,
    private readonly request: () => Omit<OpenVisit, 'consent'>,
    private readonly onOpened: () => void,
  ) {}

  /** What the site says weighs more than a form; of two forms, the later one counts. */
  agree(consent: ConsentGiven, by: 'site' | 'form'): void {
    if (by === 'site' || this.by === 'form' || this.consent === undefined) {
      this.consent = consent;
      this.by = by;
    }
  }

  get isAgreed(): boolean {
    return this.consent !== undefined;
  }

  withdraw(): void {
    this.consent = undefined;
  }

  /** Ends the visit here, and gives the token by which it can be erased; one that is being opened is waited for. */
  async end(): Promise<string | undefined> {
    this.withdraw();
    await this.opening;
    const token = this.keeper.current?.token;
    this.keeper.stop();
    return token;
  }

  withdrawForm(): void {
    if (this.by === 'form') {
      this.withdraw();
    }
  }

  /** Opens the visit unless there is one; calls while it is being opened wait for the same answer. */
  open(): Promise<Result<unknown>> {
    if (this.keeper.current !== undefined) {
      return Promise.resolve({ ok: true, value: undefined });
    }
    if (this.consent === undefined) {
      return Promise.resolve({ ok: false, code: 'consent-missing', retryable: false });
    }
    this.opening ??= this.openUnder(this.consent).finally(() => {
      this.opening = undefined;
    });
    return this.opening;
  }

  /** Opens the visit anew if it ran out and there is consent. */
  reopen(): void {
    if (this.consent !== undefined) {
      void this.open();
    }
  }

  /** Makes a call with the visit's token; a visit that has run out meanwhile is opened anew. */
  async call<T>(make: (token: string) => Promise<Result<T>>): Promise<Result<T>> {
    let used: string | undefined;
    const first = await this.callOnce((token) => {
      used = token;
      return make(token);
    });
    if (first.ok || !GONE.includes(first.code)) {
      return first;
    }
    // Another call may have found it gone before, and the visit that there is now is a new one.
    if (this.keeper.current?.token === used) {
      this.keeper.stop();
    }
    return this.callOnce(make);
  }

  private async callOnce<T>(make: (token: string) => Promise<Result<T>>): Promise<Result<T>> {
    const opened = await this.open();
    return opened.ok ? make(this.keeper.current?.token ?? '') : opened;
  }

  private async openUnder(consent: ConsentGiven): Promise<Result<unknown>> {
    const opened = await this.keeper.open({ ...this.request(), consent });
    if (opened.ok) {
      this.onOpened();
    }
    return opened;
  }
}
