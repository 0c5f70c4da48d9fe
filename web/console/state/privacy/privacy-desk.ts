import { getDataMap, type DataMap } from '../../../protocol/generated';
import type { Operation } from '../../../protocol/wire';
import type { Result } from '../../../transport/http';
import { pageInSight } from '../../transport/page-in-sight';
import type { Suite } from '../../transport/suite';
import { AccessKeeper } from './access';
import { AuditKeeper } from './audit';
import { ErasureKeeper } from './erasure';
import { FindKeeper } from './find';
import { HeadsKeeper } from './heads';
import { LedgerKeeper } from './ledger';
import { Loader } from './loaded';
import { WaitingKeeper } from './waiting';

/**
 * As what somebody acts for an account: as its officer, as staff that it lets act, or as staff that
 * can only ask, and confirm what others of them asked for.
 */
export type Standing = 'officer' | 'delegate' | 'petitioner';

/** What the page knows, of one account; with the page it is gone. */
export class PrivacyDesk {
  readonly find: FindKeeper;
  readonly access: AccessKeeper;
  readonly erasure: ErasureKeeper;
  readonly ledger: LedgerKeeper;
  readonly waiting: WaitingKeeper;
  readonly audit: AuditKeeper;
  readonly heads: HeadsKeeper;
  readonly dataMap: Loader<DataMap>;

  /** @param account which is asked, for who may ask several */
  constructor(
    suite: Pick<Suite, 'ask'>,
    account?: string,
    readonly standing: Standing = 'officer',
  ) {
    const its = account === undefined ? suite : of(account, suite);
    this.find = new FindKeeper(its);
    this.access = new AccessKeeper(its);
    this.erasure = new ErasureKeeper({
      suite: its,
      pause,
      inSight: pageInSight,
      onTaken: () => this.forgetPerson(),
      isPetition: standing === 'petitioner',
    });
    this.find.store.watch(() => this.onSearch());
    this.ledger = new LedgerKeeper(its);
    this.waiting = new WaitingKeeper({ suite: its, pause, inSight: pageInSight });
    this.audit = new AuditKeeper(its);
    this.heads = new HeadsKeeper(its);
    this.dataMap = new Loader(() => its.ask(getDataMap()));
  }

  /** Nothing of who was looked for, or of what was shown about them, stays in memory. */
  forget(): void {
    this.forgetPerson();
    this.erasure.forget();
  }

  /** What was shown or asked of those who were found before goes with them. */
  private onSearch(): void {
    if (this.find.store.get().finding.kind !== 'found') {
      this.access.forget();
      this.erasure.giveUp();
    }
  }

  private forgetPerson(): void {
    this.find.forget();
    this.access.forget();
  }
}

const pause = (millis: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, millis));

/** Every call is for this account. */
export function of(account: string, suite: Pick<Suite, 'ask'>): Pick<Suite, 'ask'> {
  return {
    ask: <T>(operation: Operation<T>): Promise<Result<T>> =>
      suite.ask({ ...operation, headers: { ...operation.headers, 'Lethe-Account': account } }),
  };
}
