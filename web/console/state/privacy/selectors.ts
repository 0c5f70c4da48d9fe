import type { Instant } from '../../../protocol/generated';
import { fits, type Operation } from '../../../protocol/wire';
import type { Term, TermKind } from './terms';

/** Whether one of the terms is enough, or all must hold. */
export type Match = 'any' | 'all';

interface Detail {
  readonly name: string;
  readonly value: string;
}

/** Who is meant, as a question and an erasure name it. */
export interface Selectors {
  readonly match: Match;
  readonly emails?: readonly string[];
  readonly addresses?: readonly string[];
  readonly networks?: readonly string[];
  readonly details?: readonly Detail[];
  readonly customerIds?: readonly string[];
  readonly references?: readonly string[];
  readonly visits?: readonly string[];
  readonly chats?: readonly string[];
  readonly letters?: readonly string[];
  /** That all who are found are meant. */
  readonly confirmation?: string;
}

/** What is found of a subject: counts, and since when the oldest of it is held. */
export interface Found {
  /** As many as persons, or more: nothing may tell that two visits are one person's. */
  readonly subjects: number;
  readonly visits: number;
  readonly chats: number;
  readonly letters: number;
  readonly since?: Instant;
  /** Where it is of several persons: without it an erasure is refused. */
  readonly confirmation?: string;
}

/** Counts of what is held about a subject. */
export const findSubjects = (body: Selectors): Operation<Found> => ({
  method: 'POST',
  path: 'v1/subjects/find',
  body,
  answer: {
    subjects: 'number',
    visits: 'number',
    chats: 'number',
    letters: 'number',
    'since?': 'string',
    'confirmation?': 'string',
  },
});

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
  const details: Detail[] = [];
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

export function isNothing({ visits, chats, letters }: Found): boolean {
  return visits + chats + letters === 0;
}
