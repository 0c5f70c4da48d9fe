import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Held } from '../../../protocol/generated';
import type { Result } from '../../../transport/http';
import { OwnDataKeeper, type OwnData } from './own-data';

const held: Held = {
  $schema: 'https://a.example/v1/subjects/export.schema.json',
  account: 'acme',
  at: '2026-01-01T10:00:00.000Z',
  visits: [],
  chats: [],
  letters: [],
};
const ask = vi.fn<() => Promise<Result<Held>> | undefined>();
let shown: OwnData[];
let keeper: OwnDataKeeper;

beforeEach(() => {
  vi.useFakeTimers();
  shown = [];
  ask.mockReset().mockResolvedValue({ ok: true, value: held });
  keeper = new OwnDataKeeper({ ask, show: (data) => shown.push(data) });
});

afterEach(() => {
  vi.useRealTimers();
});

const kinds = (): readonly string[] => shown.map(({ kind }) => kind);

describe('what is held of a person', () => {
  it('is asked for, shown for three minutes, and let go of', async () => {
    await keeper.ask();
    expect(keeper.answer).toEqual(held);
    await vi.advanceTimersByTimeAsync(170_000);
    expect(kinds()).toEqual(['asking', 'held']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(kinds()).toEqual(['asking', 'held', 'old']);
    expect(keeper.answer).toBeUndefined();
  });

  it('can’t be asked for without a visit and a chat', async () => {
    ask.mockReturnValueOnce(undefined);
    await keeper.ask();
    expect(kinds()).toEqual(['nowhere']);
  });

  it('is told not to be known where the answer does not come', async () => {
    ask.mockResolvedValueOnce({ ok: false, code: 'network', retryable: true });
    await keeper.ask();
    expect(shown.at(-1)).toEqual({ kind: 'failed', problem: 'network' });
  });

  it('is not shown any more when its answer comes after it was left', async () => {
    const asked = keeper.ask();
    keeper.forget();
    await asked;
    expect(kinds()).toEqual(['asking']);
    expect(keeper.answer).toBeUndefined();
  });

  it('is let go of before its time where the connection was lost for long', async () => {
    await keeper.ask();
    keeper.letGo();
    keeper.letGo();
    await vi.advanceTimersByTimeAsync(400_000);
    expect(kinds()).toEqual(['asking', 'held', 'old']);
  });

  it('is asked for anew, and shown for as long again', async () => {
    await keeper.ask();
    await vi.advanceTimersByTimeAsync(120_000);
    await keeper.ask();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(kinds()).toEqual(['asking', 'held', 'asking', 'held']);
  });
});
