/** The error catalogue of the suite: each code with the close code that a socket uses for it. */
const closeCodes = {
  'token-missing': 4401,
  'token-invalid': 4402,
  'origin-refused': 4403,
  malformed: 4400,
  'too-large': 4413,
  'unsupported-type': 4415,
  'not-found': 4404,
  'method-not-allowed': 4405,
  'chat-ended': 4410,
  'scope-destroyed': 4411,
  'scope-lost': 4417,
  conflict: 4409,
  'precondition-failed': 4412,
  'precondition-required': 4428,
  'consent-missing': 4422,
  'nobody-online': 4423,
  'file-type-refused': 4416,
  'too-many-requests': 4529,
  unavailable: 4503,
  'admission-closed': 4504,
  internal: 4500,
} as const;

export type ErrorCode = keyof typeof closeCodes;

/** Codes of failures that arise on this side, beside the catalogue's. */
export type FailureCode = ErrorCode | 'network' | 'cancelled';

export interface Failure {
  readonly code: FailureCode;
  readonly retryable: boolean;
}

export const errorCodes = Object.keys(closeCodes) as readonly ErrorCode[];

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
