import type { NamedDetail, NamedSubject, Preview } from '../../../protocol/generated';
import { fits } from '../../../protocol/wire';
import type { Term, TermKind } from './terms';

/** Whether one of the terms is enough, or all must hold. */
export type Match = 'any' | 'all';

/** Who is meant, as a question and an erasure name it. */
export interface Selectors extends NamedSubject {
  readonly match: Match;
}

const lists = {
  email: 'emails',
  address: 'addresses',
  network: 'networks',
  customer: 'customerIds',
  reference: 'references',
  visit: 'visits',
  chat: 'chats',
  letter: 'letters',
} as const satisfies Partial<Record<TermKind, keyof Selectors>>;
type List = (typeof lists)[keyof typeof lists];

/** What is not used is not there. */
export function selectorsOf(terms: readonly Term[], match: Match): Selectors {
  const values: Partial<Record<List, readonly string[]>> = {};
  const details: NamedDetail[] = [];
  for (const { kind, name = '', value } of terms) {
    if (kind === 'detail') {
      details.push({ name: name.trim(), value });
    } else {
      values[lists[kind]] = [...new Set([...(values[lists[kind]] ?? []), value])];
    }
  }
  return { match, ...values, ...(details.length === 0 ? {} : { details }) };
}

export function confirmed(selectors: Selectors, confirmation: string | undefined): Selectors {
  return confirmation === undefined ? selectors : { ...selectors, confirmation };
}

/** What is told to who names several subjects without their confirmation. */
export interface ConfirmationRequired {
  readonly subjects: number;
  readonly confirmation: string;
}

export function isConfirmationRequired(problem: unknown): problem is ConfirmationRequired {
  return (
    fits(problem, { code: 'string', subjects: 'number', confirmation: 'string' }) &&
    (problem as { code: string }).code === 'confirmation-required'
  );
}

/** Why selectors are refused, each reason once. */
export function reasonsOf(problem: unknown): readonly string[] {
  return fits(problem, { error: { errors: [{ reason: 'string' }] } })
    ? (problem as { error: { errors: { reason: string }[] } }).error.errors.map(
        ({ reason }) => reason,
      )
    : [];
}

export function isNothing({ visits, chats, letters }: Preview): boolean {
  return visits + chats + letters === 0;
}
