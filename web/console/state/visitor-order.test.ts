import { describe, expect, it, vi } from 'vitest';
import type { VisitorView } from '../../protocol/generated';
import { inOrder, reordered, type Order, type SortKey } from './visitor-order';

const START = Date.parse('2026-01-01T10:00:00Z');
const places = ['Peru', 'Chile', 'Norway', 'Élysée', 'norway'];

function visitor(index: number, also: Partial<VisitorView> = {}): VisitorView {
  return {
    visit: `v${index}`,
    since: new Date(START + (index % 7) * 1500).toISOString(),
    country: places[index % places.length] ?? '',
    leaving: false,
    url: `https://shop.example/${(index * 31) % 17}`,
    pages: [],
    details: {},
    ...also,
  };
}

const ids = (list: readonly VisitorView[]) => list.map(({ visit }) => visit);
const mapOf = (list: readonly VisitorView[]) => new Map(list.map((each) => [each.visit, each]));
const many = mapOf(Array.from({ length: 50 }, (_, index) => visitor(index)));
const orders = (['since', 'page', 'place', 'browser'] satisfies SortKey[]).flatMap((sortBy) => [
  { sortBy, descending: true },
  { sortBy, descending: false },
]);

describe.each(orders)('the order by $sortBy, descending: $descending', (order: Order) => {
  it('after any change is the one that sorting anew gives', () => {
    const after = new Map(many);
    after.delete('v3');
    after.set('v4', visitor(4, { leaving: true }));
    after.set('v5', visitor(5, { url: 'https://shop.example/0', country: 'Austria', os: 'macOS' }));
    after.set('v60', visitor(60));
    const list = reordered(inOrder(many, order), after, new Set(['v3', 'v4', 'v5', 'v60']), order);
    expect(ids(list)).toEqual(ids(inOrder(after, order)));
    expect(list.find(({ visit }) => visit === 'v4')?.leaving).toBe(true);
  });
});

it('compares nobody who did not change, and few with one who did', () => {
  const order = { sortBy: 'since', descending: true } as const;
  const list = inOrder(many, order);
  const after = new Map(many).set('v60', visitor(60));
  const parse = vi.spyOn(Date, 'parse');
  reordered(list, after, new Set(['v60']), order);
  expect(parse.mock.calls.length).toBeLessThanOrEqual(2 * 6);
  parse.mockRestore();
});
