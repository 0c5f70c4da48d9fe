import type { VisitId, VisitorView } from '../../protocol/generated';

export type SortKey = 'since' | 'page' | 'place' | 'browser';

export interface Order {
  readonly sortBy: SortKey;
  readonly descending: boolean;
}

/** Made once: `localeCompare` looks for its rules at every call. */
const collator = new Intl.Collator();

/** All of them, sorted. */
export function inOrder<V extends VisitorView>(
  visitors: ReadonlyMap<VisitId, V>,
  order: Order,
): readonly V[] {
  return [...visitors.values()].sort((one, other) => compare(one, other, order));
}

/**
 * The sorted list after some visitors came, changed or went. Who didn't keeps the place without being
 * compared, and so does who changed in something else than what is sorted by.
 */
export function reordered<V extends VisitorView>(
  list: readonly V[],
  visitors: ReadonlyMap<VisitId, V>,
  touched: ReadonlySet<VisitId>,
  order: Order,
): readonly V[] {
  const kept: V[] = [];
  const toPlace = new Set(touched);
  for (const before of list) {
    const now = touched.has(before.visit) ? visitors.get(before.visit) : before;
    if (now !== undefined && hasSamePlace(before, now, order)) {
      kept.push(now);
      toPlace.delete(now.visit);
    }
  }
  for (const visit of toPlace) {
    const visitor = visitors.get(visit);
    if (visitor !== undefined) {
      kept.splice(placeIn(kept, visitor, order), 0, visitor);
    }
  }
  return kept;
}

function hasSamePlace(before: VisitorView, now: VisitorView, order: Order): boolean {
  return before === now || compare(before, now, order) === 0;
}

/** Where it belongs, found by halves. */
function placeIn(list: readonly VisitorView[], visitor: VisitorView, order: Order): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const there = list[middle];
    if (there !== undefined && compare(there, visitor, order) < 0) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from;
}

/** Never 0 for two visitors: equals stand by their ids, so that nobody changes places for nothing. */
function compare(one: VisitorView, other: VisitorView, { sortBy, descending }: Order): number {
  const difference = compareBy(sortBy, one, other);
  const either = difference === 0 ? compareTexts(one.visit, other.visit) : difference;
  return descending ? -either : either;
}

function compareBy(by: SortKey, one: VisitorView, other: VisitorView): number {
  switch (by) {
    case 'since':
      return Date.parse(one.since) - Date.parse(other.since);
    case 'page':
      return collator.compare(one.url, other.url);
    case 'place':
      return collator.compare(placeText(one), placeText(other));
    case 'browser':
      return collator.compare(browserText(one), browserText(other));
  }
}

function placeText({ country, region, city }: VisitorView): string {
  return [country, region, city].join(' ');
}

function browserText({ browser, os }: VisitorView): string {
  return [browser, os].join(' ');
}

function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
