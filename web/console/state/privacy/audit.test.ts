import { beforeEach, describe, expect, it } from 'vitest';
import type { Operation } from '../../../protocol/wire';
import type { Result } from '../../../transport/http';
import { AuditKeeper } from './audit';
import { ok, refused } from './fake-suite';

let entries: readonly number[];
let away: boolean;
let keeper: AuditKeeper;

beforeEach(() => {
  away = false;
  keeper = new AuditKeeper({ ask: ask as never });
});

function ask({ path }: Operation<unknown>): Promise<Result<unknown>> {
  const query = new URL(path, 'https://a.example/').searchParams;
  const page = entries
    .filter((entry) => entry > Number(query.get('after')))
    .slice(0, Number(query.get('limit')))
    .map((entry) => ({ entry, by: 'staff', action: 'confirmed', at: '2026-01-01T10:00:00Z' }));
  return Promise.resolve(away ? refused('unavailable', true) : ok({ account: 'a', actions: page }));
}

const every = (step: number, count: number) =>
  Array.from({ length: count }, (_, index) => (index + 1) * step);
const shown = () => keeper.store.get().actions?.map(({ entry }) => entry) ?? [];

describe('the audit', () => {
  it.each([
    [1, 60],
    [7, 60],
    [400, 60],
    [1, 1000],
  ])('is shown from its end to its beginning and back, every %i of %i', async (step, count) => {
    entries = every(step, count);
    await keeper.newest();
    const pages = [shown()];
    while (keeper.store.get().hasOlder) {
      await keeper.older();
      pages.push(shown());
    }
    expect(pages.flat()).toEqual([...entries].reverse());
    expect(pages.slice(0, -1).every((page) => page.length === 25)).toBe(true);
    for (const page of pages.slice(0, -1).reverse()) {
      expect(keeper.store.get().hasNewer).toBe(true);
      await keeper.newer();
      expect(shown()).toEqual(page);
    }
    expect(keeper.store.get().hasNewer).toBe(false);
  });

  it('may be empty', async () => {
    entries = [];
    await keeper.newest();
    expect(keeper.store.get()).toEqual({
      busy: false,
      actions: [],
      hasOlder: false,
      hasNewer: false,
    });
  });

  it('keeps what it shows when nobody answers', async () => {
    entries = every(1, 60);
    await keeper.newest();
    const before = shown();
    away = true;
    await keeper.older();
    expect(shown()).toEqual(before);
    expect(keeper.store.get().problem).toBe('unavailable');
    away = false;
    await keeper.older();
    expect(shown()[0]).toBe(35);
  });
});
