import type { Failure } from '../../../protocol/errors';
import type { Consent, OpenVisit } from '../../../protocol/rest';
import type { Result } from '../../../transport/http';
import type { VisitKeeper } from './visit-keeper';

/**
 * The visit and the consent that it stands on. The consent is kept in this page's memory only: a
 * visit that ran out may be opened anew under it, a reload has to be given it again.
 */
export class ConsentedVisit {
  private consent: Consent | undefined;
  private opening: Promise<Result<unknown>> | undefined;

  constructor(
    private readonly keeper: VisitKeeper,
    private readonly request: () => Omit<OpenVisit, 'consent'>,
    private readonly onOpened: () => void,
  ) {}

  /** What the site says weighs more than a click, and what was said first more than later clicks. */
  agree(consent: Consent, by: 'site' | 'click'): void {
    this.consent = by === 'site' ? consent : (this.consent ?? consent);
  }

  withdraw(): void {
    this.consent = undefined;
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

  async token(): Promise<string | Failure> {
    const opened = await this.open();
    return opened.ok ? (this.keeper.current?.token ?? '') : opened;
  }

  /** The server does not know the visit any more: the next token is of a new one. */
  forget(): void {
    this.keeper.stop();
  }

  private async openUnder(consent: Consent): Promise<Result<unknown>> {
    const opened = await this.keeper.open({ ...this.request(), consent });
    if (opened.ok) {
      this.onOpened();
    }
    return opened;
  }
}
