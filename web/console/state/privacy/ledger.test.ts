import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../protocol/generated';
import type { Operation } from '../../../protocol/wire';
import type { Result } from '../../../transport/http';
import { ok, refused } from './fake-suite';
import { LedgerKeeper, PAGE } from './ledger';

const at = '2026-01-01T10:00:00Z';
const entry = (number: number): Entry => ({
  number,
  fact: { type: 'nothing-erased', request: 'd', received: at, completed: at },
  previous: 'd',
  digest: 'd',
  index: number,
  record: '{}',
});

let count: number;
let calls: number;
let away: boolean;
let keeper: LedgerKeeper;

beforeEach(() => {
  calls = 0;
  away = false;
  keeper = new LedgerKeeper({ ask: ask as never });
});

function ask({ path }: Operation<unknown>): Promise<Result<unknown>> {
  calls++;
  const query = new URL(path, 'https://a.example/').searchParams;
  const after = Number(query.get('after'));
  const until = Math.min(count, after + Number(query.get('limit')));
  const numbers = Array.from({ length: Math.max(0, until - after) }, (_, at) => after + 1 + at);
  return Promise.resolve(
    away ? refused('unavailable', true) : ok({ account: 'acme', entries: numbers.map(entry) }),
  );
}
const shown = () => keeper.store.get().entries?.map(({ number }) => number) ?? [];

describe('the ledger', () => {
  it.each([0, 1, 2, 3, 25, 26, 63, 64, 65, 1000])('of %i shows the newest first', async (all) => {
    count = all;
    await keeper.newest();
    expect(shown()).toHaveLength(Math.min(all, PAGE));
    expect(shown()[0] ?? 0).toBe(all);
    expect(keeper.store.get()).toMatchObject({ busy: false, hasNewer: false });
  });

  it('finds its end in few questions', async () => {
    count = 10_000_000;
    await keeper.newest();
    expect(shown()[0]).toBe(count);
    expect(calls).toBeLessThan(60);
  });

  it('is turned page by page, there and back, without a gap', async () => {
    count = 60;
    await keeper.newest();
    await keeper.older();
    expect([shown()[0], shown().at(-1)]).toEqual([35, 11]);
    expect(keeper.store.get().hasNewer).toBe(true);
    await keeper.older();
    expect([shown()[0], shown().at(-1)]).toEqual([10, 1]);
    await keeper.newer();
    expect([shown()[0], shown().at(-1)]).toEqual([35, 11]);
  });

  it('keeps what it shows when it can’t be asked, and says so', async () => {
    count = 60;
    await keeper.newest();
    away = true;
    await keeper.older();
    expect(shown()[0]).toBe(60);
    expect(keeper.store.get()).toMatchObject({ busy: false, problem: 'unavailable' });
    away = false;
    await keeper.older();
    expect(shown()[0]).toBe(35);
    expect(keeper.store.get().problem).toBeUndefined();
  });
});
