import type { KeySet } from '../../protocol/generated';
import { checkSigned, type Claims, type SignatureCheck } from './signed';

/** Verification of a receipt's signature. */
export type ReceiptCheck = SignatureCheck;
export type { Claims };

const TYPE = 'lethe-receipt+jwt';

/** Whether `jws` is a receipt that one of `keys` signed. */
export function checkReceipt(jws: string, keys: KeySet): Promise<ReceiptCheck> {
  return checkSigned(jws, TYPE, keys);
}
