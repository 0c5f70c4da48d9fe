import { describe, expect, it } from 'vitest';
import type { Result } from '../../../transport/http';
import { FakeSuite, ok, refused } from './fake-suite';
import { FindKeeper } from './find';

const PATH = 'v1/subjects/find';
const one = { subjects: 1, visits: 1, chats: 2, letters: 0, since: '2026-01-01T10:00:00Z' };

function keeperOf(...answers: (Result<unknown> | Promise<Result<unknown>>)[]) {
  const suite = new FakeSuite({ [`POST ${PATH}`]: answers });
  return { suite, keeper: new FindKeeper(suite) };
}
const finding = (keeper: FindKeeper) => keeper.store.get().finding;

describe('a search', () => {
  it('names what was typed, by kind, in the body, and nothing that is not used', async () => {
    const { suite, keeper } = keeperOf(ok(one));
    keeper.add('mia@a.example');
    keeper.add('192.0.2.7; 192.0.2.8');
    keeper.add('Plan = gold');
    keeper.add('4711');
    keeper.match('all');
    await keeper.find();
    expect(suite.bodies(PATH)).toEqual([
      {
        match: 'all',
        emails: ['mia@a.example'],
        addresses: ['192.0.2.7', '192.0.2.8'],
        details: [{ name: 'Plan', value: 'gold' }],
        customerIds: ['4711'],
      },
    ]);
    expect(suite.asked[0]?.path).toBe(PATH);
    expect(finding(keeper)).toMatchObject({ kind: 'found', found: one });
  });

  it('takes nothing twice', () => {
    const { keeper } = keeperOf(ok(one));
    expect(keeper.add('mia@a.example')).toHaveLength(1);
    expect(keeper.add('mia@a.example')).toEqual([]);
  });

  it('is made by what a term is corrected to', async () => {
    const { suite, keeper } = keeperOf(ok(one));
    const [added] = keeper.add('4711471147');
    const id = added?.id ?? 0;
    expect(added?.kind).toBe('customer');
    keeper.take(id, 'detail');
    await keeper.find();
    expect(suite.asked).toEqual([]);
    keeper.name(id, 'Order ');
    await keeper.find();
    expect(suite.bodies(PATH)).toEqual([
      { match: 'any', details: [{ name: 'Order', value: '4711471147' }] },
    ]);
  });

  it('is not known any more when a term changes, even if it is answered then', async () => {
    let answer: (result: Result<unknown>) => void = () => undefined;
    const { keeper } = keeperOf(new Promise((resolve) => (answer = resolve)));
    const [added] = keeper.add('mia@a.example');
    const asked = keeper.find();
    expect(finding(keeper).kind).toBe('asking');
    keeper.remove(added?.id ?? 0);
    answer(ok(one));
    await asked;
    expect(keeper.store.get()).toEqual({ terms: [], match: 'any', finding: { kind: 'none' } });
  });

  it('that is refused says why', async () => {
    const error = { errors: [{ reason: 'unmarked_detail', message: '', selectors: [] }] };
    const { keeper } = keeperOf(refused('unavailable', true), {
      ...refused('malformed', false),
      problem: { code: 'malformed', error },
    });
    keeper.add('4711');
    await keeper.find();
    expect(finding(keeper)).toEqual({ kind: 'failed', problem: 'unavailable', reasons: [] });
    await keeper.find();
    expect(finding(keeper)).toMatchObject({ problem: 'malformed', reasons: ['unmarked_detail'] });
  });

  it('is forgotten, with what it found', async () => {
    const { keeper } = keeperOf(ok(one));
    keeper.add('mia@a.example');
    await keeper.find();
    keeper.forget();
    expect(JSON.stringify(keeper.store.get())).not.toContain('mia');
  });
});
