import { describe, expect, it } from 'vitest';
import { FakeSuite, ok, refused } from './fake-suite';
import { StandingKeeper } from './standing';

const notFound = { ok: false, code: 'not-found', retryable: false } as const;

async function choose(typed: string, answer: never) {
  const suite = new FakeSuite({ 'GET v1/ledger': [answer] });
  const keeper = new StandingKeeper(suite);
  await keeper.choose(typed);
  return { suite, chosen: keeper.store.get() };
}

describe('staff', () => {
  it('act alone for an account whose ledger they are shown', async () => {
    const { suite, chosen } = await choose(' Acme ', ok({ entries: [] }) as never);
    expect(chosen).toEqual({ kind: 'there', account: 'acme', standing: 'delegate' });
    expect(suite.asked.map(({ headers }) => headers?.['Lethe-Account'])).toEqual(['acme']);
  });

  it('can ask where it is not found, be there an account or not', async () => {
    const { chosen } = await choose('globex', notFound as never);
    expect(chosen).toEqual({ kind: 'there', account: 'globex', standing: 'petitioner' });
  });

  it.each(['', 'ac', '1acme', 'a cme', 'acme/..', 'a'.repeat(41)])(
    'are told at once that “%s” is none',
    async (typed) => {
      const { suite, chosen } = await choose(typed, notFound as never);
      expect(chosen).toEqual({ kind: 'invalid' });
      expect(suite.asked).toEqual([]);
    },
  );

  it('are not taken for what nobody could tell', async () => {
    const { chosen } = await choose('acme', refused('unavailable', true) as never);
    expect(chosen).toEqual({ kind: 'failed', problem: 'unavailable' });
  });
});
