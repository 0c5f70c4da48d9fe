import { closeCodes, type ErrorCode } from './generated';

/** Codes of failures that arise on this side, beside the catalogue's. */
export type FailureCode = ErrorCode | 'network' | 'cancelled' | 'file-too-large' | 'too-many-files';

export interface Failure {
  readonly code: FailureCode;
  readonly retryable: boolean;
  /** The answer as it came: some codes have members of their own. */
  readonly problem?: unknown;
}

const errorCodes = Object.keys(closeCodes) as readonly ErrorCode[];

/** A code that this build does not know is treated like an internal error. */
export function errorCode(value: unknown): ErrorCode {
  return errorCodes.find((code) => code === value) ?? 'internal';
}

export function errorOfClose(closeCode: number): ErrorCode | undefined {
  return errorCodes.find((code) => closeCodes[code] === closeCode);
}

/** Codes 4000 to 4499 tell the client to stay away; every other close is a cut that may be mended. */
export function mayReconnect(closeCode: number): boolean {
  return closeCode < 4000 || closeCode >= 4500;
}
