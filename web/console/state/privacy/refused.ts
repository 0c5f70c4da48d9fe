import type { Failure, FailureCode } from '../../../protocol/errors';
import { reasonsOf } from './selectors';

/** That the suite refused something, and what it has against how a person was named. */
export interface Refused {
  readonly problem: FailureCode;
  readonly reasons: readonly string[];
}

export function refusedFor({ code, problem }: Failure): Refused {
  return { problem: code, reasons: reasonsOf(problem) };
}
