import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VisitorView } from '../../protocol/generated';
import { notingSocket } from '../../transport/fake-socket';
import { sorted, VisitorsKeeper, type VisitorsEvents } from './visitors';

const visitor = (visit: string, since: string, country: string): VisitorView => ({
  visit,
  since,
  country,
  leaving: false,
  url: `https://shop.example/${visit}`,
  pages: [],
  details: {},
});
const one = visitor('v1', '2026-01-01T10:00:00Z', 'Norway');
const two = visitor('v2', '2026-01-01T10:05:00Z', 'Chile');

let plan: VisitorsEvents;
let keeper: VisitorsKeeper;

beforeEach(() => {
  keeper = new VisitorsKeeper(
    (its) => {
      plan = its;
      return notingSocket([]);
    },
    () => Promise.resolve('token'),
    () => undefined,
  );
  keeper.start();
  plan.onFrame({ type: 'visitors', visitors: [one, two] });
});

afterEach(() => vi.useRealTimers());

const shown = () => sorted(keeper.store.get()).map(({ visit }) => visit);

describe('the live list', () => {
  it('stands latest first, and otherwise when asked', () => {
    expect(shown()).toEqual(['v2', 'v1']);
    keeper.sort('since');
    expect(shown()).toEqual(['v1', 'v2']);
    keeper.sort('place');
    expect(shown()).toEqual(['v2', 'v1']);
  });

  it('takes changes and newcomers', () => {
    plan.onFrame({
      type: 'changed',
      visitors: [{ ...one, leaving: true }, visitor('v3', '2026-01-01T10:06:00Z', 'Peru')],
    });
    expect(shown()).toEqual(['v3', 'v2', 'v1']);
    expect(keeper.store.get().visitors.get('v1')?.leaving).toBe(true);
  });

  it('forgets who is gone, with what was shown of them', () => {
    keeper.select('v1');
    plan.onFrame({ type: 'gone', visits: ['v1'] });
    expect(shown()).toEqual(['v2']);
    expect(keeper.store.get().selected).toBeUndefined();
    expect(JSON.stringify([...keeper.store.get().visitors])).not.toContain('Norway');
  });

  it('forgets everybody when the server could not say for three minutes who is gone', () => {
    vi.useFakeTimers();
    plan.onConnection('open');
    keeper.select('v1');
    plan.onConnection('waiting');
    vi.advanceTimersByTime(100_000);
    plan.onConnection('connecting');
    plan.onConnection('waiting');
    expect(shown()).toEqual(['v2', 'v1']);
    vi.advanceTimersByTime(80_000);
    expect(shown()).toEqual([]);
    expect(keeper.store.get().selected).toBeUndefined();
  });

  it('is the server’s of now only while it is connected and has said so', () => {
    expect(keeper.store.get().isPresent).toBe(true);
    plan.onConnection('waiting');
    plan.onConnection('open');
    expect(keeper.store.get().isPresent).toBe(false);
    plan.onFrame({ type: 'visitors', visitors: [one] });
    expect(keeper.store.get().isPresent).toBe(true);
  });

  it('keeps the list over a short cut', () => {
    vi.useFakeTimers();
    plan.onConnection('waiting');
    vi.advanceTimersByTime(100_000);
    plan.onConnection('open');
    vi.advanceTimersByTime(100_000);
    expect(shown()).toEqual(['v2', 'v1']);
  });

  it('forgets those who are missing in a new list', () => {
    plan.onFrame({ type: 'visitors', visitors: [two] });
    expect(shown()).toEqual(['v2']);
  });
});
