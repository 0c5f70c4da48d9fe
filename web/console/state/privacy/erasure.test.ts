import { beforeEach, describe, expect, it } from 'vitest';
import type { Operation } from '../../../protocol/wire';
import type { Result } from '../../../transport/http';
import { ErasureKeeper, type Erasure } from './erasure';
import { FakeSuite, ok, refused } from './fake-suite';
import { reservationsOf } from './receipt';

const selectors = { match: 'any', emails: ['mia@a.example'] } as const;
const receipt = { receipt: 'r-1', destroyed: { visit: 1 }, jws: 'a.b.c', entry: 1 };
const status = (request_status: string, extension: object = { receipt: 'r-1', waiting_for: [] }) =>
  ok({ request_status, extensions: { 'dsr.example': extension } });
const required = (subjects: number, confirmation: string) => ({
  ...refused('internal', false),
  problem: { code: 'confirmation-required', subjects, confirmation },
});

let answers: Record<string, Result<unknown>[]>;
let suite: FakeSuite;
let keeper: ErasureKeeper;
let steps: Erasure[];
let pauses: number[];
let taken: number;
let inSight: () => Promise<void>;

beforeEach(() => {
  answers = {
    'GET discovery': [ok({ supported_extensions: { 'dsr.example': ['visits', 'chats'] } })],
    'POST requests': [ok({})],
    'GET requests': [status('completed')],
    'GET .well-known': [ok({ keys: [] })],
    'GET v1/receipts': [ok(receipt)],
  };
  // The answers may be changed until they are asked for.
  suite = new FakeSuite(answers);
  steps = [];
  pauses = [];
  taken = 0;
  inSight = () => Promise.resolve();
  keeper = new ErasureKeeper({
    suite,
    pause: (millis) => {
      pauses.push(millis);
      return Promise.resolve();
    },
    inSight: () => inSight(),
    onTaken: () => taken++,
  });
  keeper.store.watch(() => steps.push(keeper.store.get()));
});

const kinds = () => steps.map(({ kind }) => kind);
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const submitted = () =>
  suite.bodies('requests') as readonly { subject_request_id: string; extensions: object }[];
const asks = (path: string) => suite.asked.filter((each: Operation<unknown>) => each.path === path);

describe('a petition', () => {
  beforeEach(() => {
    keeper = new ErasureKeeper({
      suite,
      pause: () => Promise.resolve(),
      inSight: () => inSight(),
      onTaken: () => taken++,
      isPetition: true,
    });
    keeper.store.watch(() => steps.push(keeper.store.get()));
  });

  const waits = () => steps.flatMap((step) => (step.kind === 'working' ? [step.awaitsSecond] : []));
  const gone = { ok: false, code: 'not-found', retryable: false } as const;

  it('waits for a second person, and asks for no receipt', async () => {
    answers['GET requests'] = [status('pending', {}), status('in_progress'), status('completed')];
    await erase();
    expect(waits()).toEqual([true, true, false]);
    expect(keeper.store.get()).toEqual({
      kind: 'completed',
      id: submitted()[0]?.subject_request_id,
    });
    expect(asks('v1/receipts/r-1')).toEqual([]);
    expect(taken).toBe(1);
  });

  it('is over when nothing is left of it', async () => {
    answers['GET requests'] = [status('pending', {}), gone];
    await erase();
    expect(keeper.store.get().kind).toBe('cancelled');
  });

  it('is withdrawn while it waits, and followed again by its number', async () => {
    answers['GET requests'] = [status('pending', {})];
    answers['DELETE requests'] = [ok({})];
    inSight = () => new Promise(() => undefined);
    await keeper.withdraw();
    void keeper.resume('id-1');
    await settled();
    expect(keeper.store.get()).toMatchObject({ kind: 'working', id: 'id-1', awaitsSecond: true });
    await keeper.withdraw();
    expect(keeper.store.get()).toEqual({ kind: 'cancelled', id: 'id-1' });
  });

  it('is followed further when it can’t be withdrawn any more', async () => {
    answers['GET requests'] = [status('pending', {})];
    answers['DELETE requests'] = [{ ok: false, code: 'conflict', retryable: false }];
    inSight = () => new Promise(() => undefined);
    void keeper.resume('id-1');
    await settled();
    await keeper.withdraw();
    expect(keeper.store.get()).toMatchObject({ kind: 'working', unknown: false });
  });
});

async function erase(typed = '', subjects = 1, confirmation?: string): Promise<boolean> {
  keeper.consider(selectors, subjects, confirmation);
  const isMeant = keeper.confirm(typed);
  await settled();
  return isMeant;
}

describe('an erasure', () => {
  it('names who is meant in the extension of the processor, and in no address', async () => {
    await erase();
    expect(submitted()).toHaveLength(1);
    expect(submitted()[0]).toMatchObject({
      subject_request_type: 'erasure',
      subject_identities: [],
      extensions: { 'dsr.example': selectors },
    });
    expect(suite.asked.map(({ path }) => path).join()).not.toContain('mia');
  });

  it('is sent to nobody whose domain is not told', async () => {
    answers['GET discovery'] = [ok({ supported_extensions: {} })];
    await erase();
    expect(submitted()).toEqual([]);
  });

  it('is followed to its receipt, through a service that was away', async () => {
    const effective_time = '2026-01-01T10:00:00Z';
    const chat = ['chat-service'];
    answers['GET requests']?.unshift(
      status('pending', { waiting_for: [] }),
      status('in_progress', { effective_time, waiting_for: [...chat, 'file-relay-service'] }),
      refused('unavailable', true),
      status('in_progress', { effective_time, waiting_for: chat }),
    );
    await erase();
    expect(steps).toMatchObject([
      { kind: 'asked' },
      { kind: 'submitting' },
      { kind: 'working', unknown: false },
      { waitingFor: [] },
      { effective: effective_time, waitingFor: ['chat-service', 'file-relay-service'] },
      { effective: effective_time, unknown: true },
      { effective: effective_time, unknown: false, waitingFor: chat },
      { kind: 'completed', receiptId: 'r-1' },
      { kind: 'completed', receipt, check: { kind: 'not-verified' } },
    ]);
    expect(taken).toBe(1);
    expect(pauses).toHaveLength(4);
    expect(pauses[3]).toBeGreaterThan(pauses[0] ?? 0);
  });

  it('is not asked after while nobody sees the page', async () => {
    answers['GET requests']?.unshift(status('in_progress', { waiting_for: [] }));
    let show: () => void = () => undefined;
    inSight = () => new Promise((resolve) => (show = resolve));
    await erase();
    const before = suite.asked.length;
    await settled();
    expect(suite.asked).toHaveLength(before);
    show();
    await settled();
    expect(kinds().at(-1)).toBe('completed');
  });

  it('is not followed when the page is left', async () => {
    answers['GET requests']?.unshift(status('in_progress', { waiting_for: [] }));
    let show: () => void = () => undefined;
    inSight = () => new Promise((resolve) => (show = resolve));
    await erase();
    keeper.forget();
    const before = suite.asked.length;
    show();
    await settled();
    expect(suite.asked).toHaveLength(before);
    expect(keeper.store.get()).toEqual({ kind: 'none' });
  });

  it('that found nothing has no receipt', async () => {
    answers['GET requests'] = [status('completed', { waiting_for: [] })];
    await erase();
    expect(keeper.store.get()).toEqual({
      kind: 'completed',
      id: expect.stringMatching(/./) as string,
    });
  });

  it('can have its receipt fetched again', async () => {
    answers['GET v1/receipts']?.unshift(refused('unavailable', true));
    await erase();
    expect(keeper.store.get()).toMatchObject({ kind: 'completed', problem: 'unavailable' });
    await keeper.fetchAgain();
    expect(keeper.store.get()).toMatchObject({ kind: 'completed', receipt });
  });

  it('that is refused says why', async () => {
    answers['POST requests']?.unshift(refused('malformed', false));
    await erase();
    expect(keeper.store.get()).toEqual({
      kind: 'failed',
      problem: 'malformed',
      reasons: [],
      again: false,
    });
    expect(taken).toBe(0);
  });

  it('that may have been taken is sent again as the same request', async () => {
    answers['POST requests']?.unshift(refused('unavailable', true));
    await erase();
    expect(keeper.store.get()).toEqual({
      kind: 'failed',
      problem: 'unavailable',
      reasons: [],
      again: true,
    });
    await keeper.again();
    const [first, second] = submitted();
    expect(second?.subject_request_id).toBe(first?.subject_request_id);
    expect(kinds().at(-1)).toBe('completed');
  });
});

describe('an erasure of several persons', () => {
  it('goes only by their number, and with the token of their number', async () => {
    expect(await erase('2', 3, 'token')).toBe(false);
    expect(asks('requests')).toEqual([]);
    expect(keeper.store.get()).toEqual({ kind: 'asked', subjects: 3, changed: false });
    expect(await erase(' ٣ ', 3, 'token')).toBe(true);
    expect(submitted()[0]).toMatchObject({
      extensions: { 'dsr.example': { ...selectors, confirmation: 'token' } },
    });
  });

  it('is asked for anew when their number has changed', async () => {
    answers['POST requests']?.unshift(required(4, 'newer'));
    await erase('3', 3, 'token');
    expect(keeper.store.get()).toEqual({ kind: 'asked', subjects: 4, changed: true });
    expect(keeper.confirm('3')).toBe(false);
    expect(keeper.confirm('4')).toBe(true);
    await settled();
    expect(submitted()[1]).toMatchObject({
      extensions: { 'dsr.example': { ...selectors, confirmation: 'newer' } },
    });
    expect(kinds().at(-1)).toBe('completed');
  });

  it('is asked for, even if one was expected', async () => {
    answers['POST requests']?.unshift(required(2, 'token'));
    await erase();
    expect(keeper.store.get()).toEqual({ kind: 'asked', subjects: 2, changed: true });
  });
});

it('reservations of a receipt are added up over the services', () => {
  const claims = {
    unanswered: ['chat-service'],
    acknowledged: {
      'mail-dispatch-service': { letters: 1, 'handed-over': 2, 'perhaps-delivered': 1 },
      'chat-service': { chats: 3 },
    },
  };
  expect(reservationsOf(claims)).toEqual({
    unanswered: ['chat-service'],
    handedOver: 2,
    perhapsDelivered: 1,
  });
  expect(reservationsOf({})).toEqual({ unanswered: [], handedOver: 0, perhapsDelivered: 0 });
});
