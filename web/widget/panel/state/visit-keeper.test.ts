import type { VisitPage } from '../transport/page';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VisitClientFrame, VisitOpened } from '../../../protocol/generated';
import { notingSocket } from '../../../transport/fake-socket';
import { VisitKeeper, type VisitSocketEvents } from './visit-keeper';

const visit = { visit: 'v17-visit', token: 'first', heartbeatSeconds: 30 };
const another = { visit: 'v18-visit', token: 'another', heartbeatSeconds: 30 };
const ready = { type: 'ready', visit: 'v17-visit', heartbeatSeconds: 30 } as const;

let plan: VisitSocketEvents;
let sent: VisitClientFrame[];
let page: VisitPage;
let details: Record<string, string>;
let remembered: (VisitOpened | undefined)[];
let left: string[];
let drops: number;
let silences: number;
let keeper: VisitKeeper;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  remembered = [];
  left = [];
  drops = 0;
  silences = 0;
  page = { url: 'https://shop.example/', title: 'Shop' };
  details = {};
  keeper = new VisitKeeper({
    open: () => Promise.resolve({ ok: true, value: another }),
    leave: ({ token }) => left.push(token),
    page: () => page,
    details: () => details,
    socket: (_visit, its) => {
      plan = its;
      return { ...notingSocket(sent), drop: () => (drops += 1) };
    },
    onVisit: (current) => remembered.push(current),
    onErased: () => undefined,
    onExpired: () => undefined,
    onSilence: () => (silences += 1),
  });
  keeper.join(visit);
  plan.onFrame(ready);
});

afterEach(() => {
  keeper.stop();
  vi.useRealTimers();
});

function pass(passed: Record<string, string>): void {
  keeper.detailsChanged(passed);
  vi.advanceTimersByTime(1_000);
}

const detailsSent = () =>
  sent.flatMap((frame) => (frame.type === 'details' ? [frame.details] : []));

describe('a visit', () => {
  it('says that it goes on here after the beacon of another tab has arrived, too', () => {
    const beats = () => sent.filter(({ type }) => type === 'heartbeat').length;
    keeper.stay();
    expect(beats()).toBe(1);
    plan.onFrame({ type: 'heartbeat' });
    vi.advanceTimersByTime(5_000);
    expect(beats()).toBe(2);
  });

  it('tells each page once', () => {
    keeper.pageChanged();
    page = { url: 'https://shop.example/?lamp=fern', title: 'Fern' };
    keeper.pageChanged();
    plan.onFrame(ready);
    expect(sent.filter(({ type }) => type === 'page')).toEqual([
      { type: 'page', url: 'https://shop.example/', title: 'Shop' },
      { type: 'page', url: 'https://shop.example/?lamp=fern', title: 'Fern' },
    ]);
  });

  it('tells what the site passes, soon and together', () => {
    keeper.detailsChanged({ Basket: '€ 0' });
    keeper.detailsChanged({ Basket: '€ 360', Plan: 'gold' });
    expect(detailsSent()).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(detailsSent()).toEqual([{ Basket: '€ 360', Plan: 'gold' }]);
    vi.advanceTimersByTime(1_000);
    expect(detailsSent()).toHaveLength(1);
  });

  it('of another page is told what was passed on this one', () => {
    keeper.stop();
    details = { Plan: 'gold' };
    keeper.join(visit);
    plan.onFrame(ready);
    plan.onFrame(ready);
    expect(detailsSent()).toEqual([{ Plan: 'gold' }]);
  });

  it('is told what was passed while it was opened', async () => {
    keeper.stop();
    const consent = { text: 'I agree.', at: '2026-01-01T10:00:00Z' };
    const opened = keeper.open({ account: 'acme', page: { url: page.url }, consent });
    details = { Basket: '€ 0' };
    await opened;
    plan.onFrame(ready);
    expect(detailsSent()).toEqual([{ Basket: '€ 0' }]);
  });

  it('is told again what may have gone with a connection, and nothing else', () => {
    pass({ Plan: 'gold' });
    vi.advanceTimersByTime(30_000);
    pass({ Basket: '€ 0' });
    // The answer to a heartbeat that went before the basket.
    plan.onFrame({ type: 'heartbeat' });
    plan.onConnection('waiting');
    plan.onFrame(ready);
    expect(detailsSent()).toEqual([{ Plan: 'gold' }, { Basket: '€ 0' }, { Basket: '€ 0' }]);
    expect(sent.filter(({ type }) => type === 'page')).toHaveLength(1);
  });

  it('sends a heartbeat as often as the server wants', () => {
    vi.advanceTimersByTime(30_000);
    plan.onFrame({ type: 'heartbeat' });
    vi.advanceTimersByTime(30_000);
    expect(sent.filter(({ type }) => type === 'heartbeat')).toHaveLength(2);
    expect(drops).toBe(0);
  });

  it('takes a connection without an answer to it for dead', () => {
    vi.advanceTimersByTime(38_000);
    expect(drops).toBe(1);
    expect(silences).toBe(1);
  });

  it('uses and remembers a renewed token', async () => {
    plan.onFrame({ ...ready, token: 'second' });
    expect(await plan.hello()).toEqual({ type: 'hello', token: 'second' });
    expect(remembered.at(-1)?.token).toBe('second');
  });

  it('says goodbye with the page, and can be joined again when the page comes back', () => {
    keeper.leave();
    expect(left).toEqual(['first']);
    vi.advanceTimersByTime(60_000);
    expect(sent.filter(({ type }) => type === 'heartbeat')).toEqual([]);
    keeper.comeBack();
    plan.onFrame(ready);
    expect(sent.filter(({ type }) => type === 'page')).toHaveLength(2);
  });

  it('of another tab that came while one was opened stays, and the opened one is left', async () => {
    const consent = { text: 'I agree.', at: '2026-01-01T10:00:00Z' };
    await keeper.open({ account: 'acme', page: { url: page.url }, consent });
    expect(keeper.current).toEqual(visit);
    expect(left).toEqual(['another']);
  });

  it('that the server no longer knows is forgotten', () => {
    plan.onRefused('scope-destroyed');
    expect(remembered.at(-1)).toBeUndefined();
    expect(keeper.current).toBeUndefined();
  });
});
