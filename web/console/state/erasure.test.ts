import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ErasureKeeper, type Erasure } from './erasure';

const receipt = {
  receipt: 'r-1',
  account: 'acme',
  received: '2026-01-01T10:00:00Z',
  effective: '2026-01-01T10:00:00Z',
  completed: '2026-01-01T10:00:01Z',
  destroyed: { visit: 1 },
  jws: 'a.b.c',
  entry: 1,
  digest: 'd',
};
const status = (request_status: string) => ({
  ok: true,
  value: { request_status, extensions: { 'dsr.example': { receipt: 'r-1' } } },
});

let suite: Record<
  'discovery' | 'requestErasure' | 'erasure' | 'receipt' | 'keySet',
  ReturnType<typeof vi.fn>
>;
let keeper: ErasureKeeper;
let steps: Erasure['kind'][];

beforeEach(() => {
  suite = {
    discovery: vi.fn().mockResolvedValue({
      ok: true,
      value: { supported_extensions: { 'dsr.example': ['visits', 'chats'] } },
    }),
    requestErasure: vi.fn().mockResolvedValue({ ok: true, value: {} }),
    erasure: vi
      .fn()
      .mockResolvedValueOnce(status('in_progress'))
      .mockResolvedValueOnce({ ok: false, code: 'unavailable', retryable: true })
      .mockResolvedValue(status('completed')),
    receipt: vi.fn().mockResolvedValue({ ok: true, value: receipt }),
    keySet: vi.fn().mockResolvedValue({ ok: true, value: { keys: [] } }),
  };
  keeper = new ErasureKeeper(suite as never, () => Promise.resolve());
  steps = [];
  keeper.store.watch(() => steps.push(keeper.store.get().kind));
});

describe('an erasure', () => {
  it('names the visit and the chat in the extension of the processor', async () => {
    await keeper.erase({ visit: 'v1', chat: 'c1' });
    expect(suite.requestErasure).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        subject_request_type: 'erasure',
        subject_identities: [],
        extensions: { 'dsr.example': { visits: ['v1'], chats: ['c1'] } },
      }),
    );
  });

  it('is followed to its receipt, through a service that was away', async () => {
    await keeper.erase({ visit: 'v1', chat: '' });
    expect(steps).toEqual(['submitting', 'working', 'completed', 'completed']);
    expect(keeper.store.get()).toMatchObject({ receipt, check: { kind: 'not-verified' } });
  });

  it('that is refused says why', async () => {
    suite.requestErasure.mockResolvedValue({ ok: false, code: 'malformed', retryable: false });
    await keeper.erase({ visit: 'nonsense', chat: '' });
    expect(keeper.store.get()).toEqual({ kind: 'failed', problem: 'malformed' });
  });
});
