/** What a person can be named by. */
export const termKinds = [
  'visit',
  'chat',
  'letter',
  'email',
  'address',
  'network',
  'reference',
  'detail',
  'customer',
] as const;
export type TermKind = (typeof termKinds)[number];

/** Why nothing can be found by a term as it is. */
export type TermProblem = 'name-missing' | 'network-size';

/** Something that was typed, and what it is taken for. It is personal data: memory holds it, nothing else. */
export interface Term {
  readonly id: number;
  readonly typed: string;
  readonly kind: TermKind;
  /** In its normal form. */
  readonly value: string;
  /** Of a detail; empty until somebody says it. */
  readonly name?: string;
  readonly problem?: TermProblem;
}
type Reading = Pick<Term, 'value' | 'name' | 'problem'>;

/** Of an address, the network that visits are kept under; and the prefixes that can be asked for. */
const NETWORKS = {
  v4: { bits: 32, own: 24, canBe: (prefix: number) => prefix >= 16 && prefix <= 32 },
  v6: {
    bits: 128,
    own: 64,
    canBe: (prefix: number) => (prefix >= 56 && prefix <= 64) || (prefix >= 120 && prefix <= 128),
  },
};
const ID = /^[vcl][0-6]\d-[0-9a-z]{4}-[0-9a-z]{26}$/;
const REFERENCE = /^[0-9A-HJKMNP-TV-Z]{10}$/;
/** One reference number in 100,000 has no letter; numbers of customers mostly have none. */
const DIGITS = /^\d{10}$/;

/** How a text is read as each kind; undefined if it can't be one. */
const readers: Readonly<Record<TermKind, (text: string) => Reading | undefined>> = {
  visit: (text) => idOf(text, 'v'),
  chat: (text) => idOf(text, 'c'),
  letter: (text) => idOf(text, 'l'),
  email,
  address: (text) => {
    const value = v4(text) ?? v6(text);
    return value === undefined ? undefined : { value };
  },
  network,
  reference,
  detail,
  customer: (text) => ({ value: text }),
};

/** Each of what was typed or pasted, by the kind that it looks like. */
export function recognise(text: string): readonly Omit<Term, 'id'>[] {
  const parts = text.split(/[\n,;]+/).flatMap((part) => one(part.trim()) ?? []);
  const isList = parts.every(({ kind }) => kind !== 'detail' && kind !== 'customer');
  return isList ? parts : [one(text.trim()) ?? []].flat();
}

/** The kinds that a text can be taken for: those that read it, and what needs no form. */
export function kindsOf(typed: string): readonly TermKind[] {
  return termKinds.filter((kind) => kind === 'detail' || readers[kind](typed) !== undefined);
}

/** The term as another kind. A detail that was typed without a name wants one. */
export function takenFor(term: Term, kind: TermKind): Term {
  const { id, typed } = term;
  const reading = readers[kind](typed) ?? { value: typed, name: '', problem: 'name-missing' };
  return { id, typed, kind, ...reading };
}

/** The detail under another name. */
export function named(term: Term, name: string): Term {
  const { problem: _, ...rest } = term;
  return name.trim() === '' ? { ...rest, name, problem: 'name-missing' } : { ...rest, name };
}

function one(typed: string): Omit<Term, 'id'> | undefined {
  if (typed === '') {
    return undefined;
  }
  // The first kind that reads it.
  for (const kind of DIGITS.test(typed) ? (['customer'] as const) : termKinds) {
    const reading = readers[kind](typed);
    if (reading !== undefined) {
      return { typed, kind, ...reading };
    }
  }
  return undefined;
}

function idOf(text: string, first: string): Reading | undefined {
  const value = text.toLowerCase();
  return value.startsWith(first) && ID.test(value) ? { value } : undefined;
}

/** As it is written, or as a mail program copies it: `Mia <mia@shop.example>`, `mailto:…`. */
function email(text: string): Reading | undefined {
  const [, inner] = /<([^<>]+)>$/.exec(text) ?? [];
  const value = (inner ?? text).trim().replace(/^mailto:/i, '');
  return /^[^\s@<>]+@[^\s@<>]+$/.test(value) ? { value } : undefined;
}

/** As people write it: in any case, with O for 0 and I or L for 1, with any gaps. */
function reference(text: string): Reading | undefined {
  const digits = text
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return REFERENCE.test(digits) ? { value: `${digits.slice(0, 5)}-${digits.slice(5)}` } : undefined;
}

/** `Name = value`, or with a colon; an address of a page is none. */
function detail(text: string): Reading | undefined {
  const [, name = '', value = ''] = /^([^=:]+)[=:](?!\/\/)\s*(.+)$/.exec(text) ?? [];
  return value === '' || name.trim() === '' ? undefined : { name: name.trim(), value };
}

/** A network as such, or that of an address; it is written by its first address. */
function network(text: string): Reading | undefined {
  const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const four = v4(address);
  const value = four ?? v6(address);
  if (value === undefined) {
    return undefined;
  }
  const { bits, own, canBe } = four === undefined ? NETWORKS.v6 : NETWORKS.v4;
  const length = prefix === undefined ? own : Number(prefix);
  if (length > bits) {
    return undefined;
  }
  return canBe(length)
    ? { value: `${firstOf(value, length)}/${length}` }
    : { value: text, problem: 'network-size' };
}

function v4(text: string): string | undefined {
  const parts = text.split('.');
  const isAddress = parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part));
  return isAddress && parts.every((part) => Number(part) < 256) ? text : undefined;
}

/** In the form of RFC 5952, which the browser's own parser gives. */
function v6(text: string): string | undefined {
  const bare = text.replace(/^\[(.*)\]$/, '$1');
  return bare.includes(':') && URL.canParse(`http://[${bare}]/`)
    ? new URL(`http://[${bare}]/`).hostname.slice(1, -1)
    : undefined;
}

/** The first address of a network, of any of its addresses as `v4` or `v6` gives it. */
function firstOf(address: string, length: number): string {
  if (!address.includes(':')) {
    return masked(address.split('.').map(Number), 8, length).join('.');
  }
  const [before = '', after] = address.split('::');
  const groups = (part = ''): number[] =>
    part === '' ? [] : part.split(':').map((group) => parseInt(group, 16));
  const [head, tail] = [groups(before), groups(after)];
  const gap = Array<number>(8 - head.length - tail.length).fill(0);
  const first = masked([...head, ...gap, ...tail], 16, length);
  return v6(first.map((group) => group.toString(16)).join(':')) ?? address;
}

/** What is beyond `length` bits is 0. */
function masked(parts: readonly number[], width: number, length: number): number[] {
  return parts.map((part, index) => {
    const kept = Math.min(width, Math.max(0, length - index * width));
    return part - (part % 2 ** (width - kept));
  });
}
