import { beforeEach, describe, expect, it } from 'vitest';
import type { WaitingRequest } from '../../../protocol/generated';
import { FakeSuite, ok } from './fake-suite';
import { WaitingKeeper } from './waiting';

const request = (id: string): WaitingRequest => ({
  id,
  type: 'erasure',
  received: '2026-01-01T10:00:00Z',
  until: '2026-01-02T09:30:00Z',
  selectors: { email: 1 },
});
const refusal = (code: string, more: object = {}) =>
  ({ ok: false, code, retryable: false, problem: { code, ...more } }) as never;
const list = (...ids: string[]) => ok({ account: 'acme', requests: ids.map(request) });
const several = (subjects: number, confirmation: string) =>
  refusal('confirmation-required', { subjects, confirmation });

let answers: ConstructorParameters<typeof FakeSuite>[0];
let suite: FakeSuite;
let keeper: WaitingKeeper;
let wake: () => void;

beforeEach(() => {
  answers = {
    'GET v1/requests/waiting': [list('a', 'b')],
    'POST v1/requests/a/confirmation': [ok({})],
    'DELETE requests/a': [ok({})],
  };
  suite = new FakeSuite(answers);
  keeper = new WaitingKeeper({
    suite,
    pause: () => new Promise((resolve) => (wake = resolve)),
    inSight: () => Promise.resolve(),
  });
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const ids = () => keeper.store.get().requests?.map(({ id }) => id);
const decision = () => keeper.store.get().decision;
const confirmations = () =>
  suite.asked
    .filter(({ method }) => method === 'POST')
    .map(({ headers }) => headers?.['Lethe-Confirmation']);

async function confirm(typed = ''): Promise<boolean> {
  const isMeant = keeper.confirm(typed);
  await settled();
  return isMeant;
}

describe('what waits for a second person', () => {
  it('is looked for again and again, until it is stopped', async () => {
    answers['GET v1/requests/waiting'] = [
      list('a'),
      { ok: false, code: 'unavailable', retryable: true },
      list('a', 'b'),
    ];
    void keeper.watch();
    await settled();
    expect(ids()).toEqual(['a']);
    wake();
    await settled();
    expect(keeper.store.get().problem).toBe('unavailable');
    expect(ids()).toEqual(['a']);
    wake();
    await settled();
    expect(keeper.store.get().problem).toBeUndefined();
    expect(ids()).toEqual(['a', 'b']);
    const before = suite.asked.length;
    keeper.stop();
    wake();
    await settled();
    expect(suite.asked).toHaveLength(before);
  });

  it('is confirmed after it was asked, and waits no longer', async () => {
    answers['GET v1/requests/waiting'] = [list('a', 'b'), list('b')];
    void keeper.watch();
    await settled();
    expect(keeper.confirm('')).toBe(false);
    keeper.consider(request('a'));
    expect(confirmations()).toEqual([]);
    expect(await confirm()).toBe(true);
    expect(decision()).toEqual({ kind: 'confirmed', request: request('a') });
    expect(ids()).toEqual(['b']);
  });

  it('is confirmed of several persons by who knows how many', async () => {
    answers['POST v1/requests/a/confirmation'] = [several(3, 't3'), several(4, 't4'), ok({})];
    keeper.consider(request('a'));
    await confirm();
    expect(decision()).toMatchObject({ kind: 'asked', subjects: 3, changed: false });
    expect(await confirm('2')).toBe(false);
    expect(await confirm('3')).toBe(true);
    expect(decision()).toMatchObject({ kind: 'asked', subjects: 4, changed: true });
    expect(await confirm('٤')).toBe(true);
    expect(decision().kind).toBe('confirmed');
    expect(confirmations()).toEqual([undefined, 't3', 't4']);
  });

  it('is refused by withdrawing it', async () => {
    answers['GET v1/requests/waiting'] = [list('b')];
    await keeper.refuse(request('a'));
    expect(decision().kind).toBe('refused');
    expect(ids()).toEqual(['b']);
  });

  it('may be gone before it is decided, or stay when nobody answers', async () => {
    answers['GET v1/requests/waiting'] = [list('a', 'b'), list('b')];
    void keeper.watch();
    await settled();
    answers['DELETE requests/a'] = [refusal('conflict')];
    await keeper.refuse(request('a'));
    expect(decision()).toMatchObject({ kind: 'failed', problem: 'conflict' });
    expect(ids()).toEqual(['b']);
    answers['GET v1/requests/waiting'] = [list('a', 'b')];
    answers['DELETE requests/a'] = [{ ok: false, code: 'unavailable', retryable: true }];
    await keeper.refuse(request('a'));
    expect(decision()).toMatchObject({ kind: 'failed', problem: 'unavailable' });
    expect(ids()).toEqual(['a', 'b']);
  });

  it('may be decided by somebody else while it is asked about', async () => {
    answers['GET v1/requests/waiting'] = [list('a', 'b'), list('b')];
    void keeper.watch();
    await settled();
    keeper.consider(request('a'));
    wake();
    await settled();
    expect(decision()).toEqual({ kind: 'failed', request: request('a'), problem: 'conflict' });
    expect(keeper.confirm('')).toBe(false);
    expect(confirmations()).toEqual([]);
  });

  it('is looked at alone by its number, and not listed then', async () => {
    answers['GET v1/requests/a/confirmation'] = [ok(request('a'))];
    answers['GET v1/requests/b/confirmation'] = [refusal('second-person-required')];
    await keeper.look('a');
    expect(ids()).toEqual(['a']);
    keeper.consider(request('a'));
    await confirm();
    expect(ids()).toEqual([]);
    await keeper.look('b');
    expect(keeper.store.get()).toEqual({
      decision: { kind: 'none' },
      problem: 'second-person-required',
    });
    expect(suite.asked.some(({ path }) => path === 'v1/requests/waiting')).toBe(false);
  });
});
