import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VisitorView, VisitorsServerFrame } from '../../protocol/generated';
import { notingSocket } from '../../transport/fake-socket';
import { VisitorsKeeper, type VisitorsEvents } from './visitors';

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
/** Who waits for the page to be drawn. */
let frames: (() => void)[];
let keeper: VisitorsKeeper;

beforeEach(() => {
  frames = [];
  keeper = new VisitorsKeeper({
    socket: (its) => {
      plan = its;
      return notingSocket([]);
    },
    token: () => Promise.resolve('token'),
    onRefused: () => undefined,
    nextFrame: (callback) => frames.push(callback),
    now: () => '2026-01-01T10:10:00Z',
  });
  keeper.start();
  tell({ type: 'visitors', visitors: [one, two] });
});

afterEach(() => vi.useRealTimers());

const shown = () => keeper.store.get().list.map(({ visit }) => visit);

function draw(): void {
  frames.splice(0).forEach((callback) => callback());
}

function tell(frame: VisitorsServerFrame): void {
  plan.onFrame(frame);
  draw();
}

describe('the live list', () => {
  it('stands latest first, and otherwise when asked', () => {
    expect(shown()).toEqual(['v2', 'v1']);
    keeper.sort('since');
    expect(shown()).toEqual(['v1', 'v2']);
    keeper.sort('place');
    expect(shown()).toEqual(['v2', 'v1']);
  });

  it('takes changes and newcomers', () => {
    tell({
      type: 'changed',
      visitors: [{ ...one, leaving: true }, visitor('v3', '2026-01-01T10:06:00Z', 'Peru')],
    });
    expect(shown()).toEqual(['v3', 'v2', 'v1']);
    expect(keeper.store.get().visitors.get('v1')?.leaving).toBe(true);
  });

  it('forgets who is gone, with what was shown of them', () => {
    keeper.select('v1');
    tell({ type: 'gone', visits: ['v1'] });
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
    tell({ type: 'visitors', visitors: [one] });
    expect(keeper.store.get().isPresent).toBe(true);
  });

  it('shows at once what was told in one frame of the page', () => {
    const drawn = vi.fn();
    keeper.store.watch(drawn);
    plan.onFrame({ type: 'changed', visitors: [{ ...one, leaving: true }] });
    plan.onFrame({ type: 'changed', visitors: [visitor('v3', '2026-01-01T10:06:00Z', 'Peru')] });
    plan.onFrame({ type: 'gone', visits: ['v2'] });
    expect(frames).toHaveLength(1);
    expect(drawn).not.toHaveBeenCalled();
    draw();
    expect(drawn).toHaveBeenCalledTimes(1);
    expect(shown()).toEqual(['v3', 'v1']);
  });

  it('shows nothing of what was told before it was stopped', () => {
    plan.onFrame({ type: 'changed', visitors: [visitor('v3', '2026-01-01T10:06:00Z', 'Peru')] });
    keeper.stop();
    draw();
    expect(shown()).toEqual([]);
  });

  it('knows which details changed before its eyes, and when, as long as the visitor is there', () => {
    tell({ type: 'changed', visitors: [{ ...one, details: { plan: 'gold' } }] });
    tell({ type: 'changed', visitors: [{ ...two, details: { basket: '0' } }] });
    const changes = () => keeper.store.get().visitors.get('v2')?.changedAt;
    expect([...(changes() ?? [])]).toEqual([['basket', '2026-01-01T10:10:00Z']]);
    tell({ type: 'gone', visits: ['v2'] });
    tell({ type: 'changed', visitors: [{ ...two, details: { basket: '0' } }] });
    expect(changes()).toBeUndefined();
    tell({ type: 'changed', visitors: [{ ...two, details: { basket: '360', plan: 'gold' } }] });
    tell({ type: 'changed', visitors: [{ ...two, details: { basket: '360' } }] });
    expect([...(changes() ?? [])]).toEqual([['basket', '2026-01-01T10:10:00Z']]);
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
    tell({ type: 'visitors', visitors: [two] });
    expect(shown()).toEqual(['v2']);
  });
});
