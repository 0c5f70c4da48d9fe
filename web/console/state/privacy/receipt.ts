import type { FailureCode } from '../../../protocol/errors';
import {
  getKeySet,
  getReceipt,
  type KeySet,
  type ReceiptView,
  type ServiceName,
} from '../../../protocol/generated';
import { checkReceipt, type Claims, type ReceiptCheck } from '../../transport/receipt-check';
import type { Suite } from '../../transport/suite';

/** A receipt as far as it is known: what failed can be fetched again. */
export interface CheckedReceipt {
  /** Undefined where nothing was held, for which there is no receipt. */
  readonly receiptId?: string;
  readonly receipt?: ReceiptView;
  readonly check?: ReceiptCheck;
  readonly problem?: FailureCode;
}

/** A receipt and whether it is what it says: signed by the suite, and for the number that it bears. */
export async function fetchReceipt(
  suite: Pick<Suite, 'ask'>,
  receiptId: string,
): Promise<CheckedReceipt> {
  const [receipt, keys] = await Promise.all([
    suite.ask(getReceipt(receiptId)),
    suite.ask(getKeySet()),
  ]);
  if (!receipt.ok) {
    return { receiptId, problem: receipt.code };
  }
  if (!keys.ok) {
    return { receiptId, receipt: receipt.value, problem: keys.code };
  }
  const check = await checkOf(receipt.value.jws, receiptId, keys.value);
  return { receiptId, receipt: receipt.value, check };
}

/** Verifies a receipt's text; that of another number is not this one. */
export async function checkOf(jws: string, receiptId: string, keys: KeySet): Promise<ReceiptCheck> {
  const check = await checkReceipt(jws, keys);
  return check.kind === 'verified' && check.claims['jti'] !== receiptId
    ? { kind: 'not-verified' }
    : check;
}

/** What a receipt adds to its counts, as it was signed. */
export interface Reservations {
  readonly unanswered: readonly ServiceName[];
  /** Letters that a mail server had before. */
  readonly handedOver: number;
  /** Letters that a mail server had whole, and never answered for. */
  readonly perhapsDelivered: number;
}

export function reservationsOf({ unanswered, acknowledged }: Claims): Reservations {
  const counts = Object.values((acknowledged ?? {}) as Record<string, Record<string, number>>);
  const sum = (kind: string): number => counts.reduce((all, each) => all + (each[kind] ?? 0), 0);
  return {
    unanswered: Array.isArray(unanswered) ? (unanswered as ServiceName[]) : [],
    handedOver: sum('handed-over'),
    perhapsDelivered: sum('perhaps-delivered'),
  };
}
