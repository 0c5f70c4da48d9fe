import { beforeEach, describe, expect, it } from 'vitest';
import type { Operation } from '../../protocol/wire';
import type { Result } from '../../transport/http';
import { ErasureKeeper, type Erasure } from './erasure';

const receipt = { receipt: 'r-1', destroyed: { visit: 1 }, jws: 'a.b.c', entry: 1 };
const ok = (value: unknown) => ({ ok: true, value }) as const;
const status = (request_status: string) =>
  ok({ request_status, extensions: { 'dsr.example': { receipt: 'r-1' } } });

let submitted: Operation<unknown>[];
let submission: Result<unknown>;
let keeper: ErasureKeeper;
let steps: Erasure['kind'][];

beforeEach(() => {
  submitted = [];
  submission = ok({});
  const progress: Result<unknown>[] = [
    status('in_progress'),
    { ok: false, code: 'unavailable', retryable: true },
    status('completed'),
  ];
  const answer = (operation: Operation<unknown>): Result<unknown> | undefined => {
    switch (operation.path.split('/')[0]) {
      case 'discovery':
        return ok({ supported_extensions: { 'dsr.example': ['visits', 'chats'] } });
      case 'requests':
        if (operation.method === 'GET') {
          return progress.shift();
        }
        submitted.push(operation);
        return submission;
      case '.well-known':
        return ok({ keys: [] });
      default:
        return ok(receipt);
    }
  };
  const ask = (operation: Operation<unknown>) => Promise.resolve(answer(operation));
  keeper = new ErasureKeeper({ ask: ask as never }, () => Promise.resolve());
  steps = [];
  keeper.store.watch(() => steps.push(keeper.store.get().kind));
});

describe('an erasure', () => {
  it('names the visit and the chat in the extension of the processor', async () => {
    await keeper.erase({ visit: 'v1', chat: 'c1' });
    expect(submitted).toHaveLength(1);
    expect(submitted[0]?.body).toMatchObject({
      subject_request_type: 'erasure',
      subject_identities: [],
      extensions: { 'dsr.example': { visits: ['v1'], chats: ['c1'] } },
    });
  });

  it('is followed to its receipt, through a service that was away', async () => {
    await keeper.erase({ visit: 'v1', chat: '' });
    expect(steps).toEqual(['submitting', 'working', 'completed', 'completed']);
    expect(keeper.store.get()).toMatchObject({ receipt, check: { kind: 'not-verified' } });
  });

  it('that is refused says why', async () => {
    submission = { ok: false, code: 'malformed', retryable: false };
    await keeper.erase({ visit: 'nonsense', chat: '' });
    expect(keeper.store.get()).toEqual({ kind: 'failed', problem: 'malformed' });
  });
});
