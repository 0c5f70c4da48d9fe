// @vitest-environment happy-dom
import { options, render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VisitorView } from '../../protocol/generated';
import { notingSocket } from '../../transport/fake-socket';
import { VisitorsKeeper, type VisitorsEvents } from '../state/visitors';
import { Visitors } from './visitors';

const COUNT = 1_000;
const START = Date.parse('2026-01-01T10:00:00Z');

/** Who came last is first: `v999` is the first row, and `v0` the last one. */
function visitor(index: number, also: Partial<VisitorView> = {}): VisitorView {
  return {
    visit: `v${index}`,
    since: new Date(START + index * 1000).toISOString(),
    leaving: false,
    url: `https://shop.example/${index}`,
    pages: [],
    details: {},
    ...also,
  };
}

let page: HTMLElement;
let keeper: VisitorsKeeper;
let plan: VisitorsEvents;
let nextFrame: (() => void)[];
/** How often a row of the table was drawn. */
let rowsDrawn = 0;

const before = options.diffed?.bind(options);
options.diffed = (node: VNode) => {
  rowsDrawn += node.type === 'tr' && 'data-row' in node.props ? 1 : 0;
  before?.(node);
};

beforeEach(() => {
  vi.useFakeTimers();
  nextFrame = [];
  keeper = new VisitorsKeeper({
    socket: (its) => {
      plan = its;
      return notingSocket([]);
    },
    token: () => Promise.resolve('token'),
    onRefused: () => undefined,
    nextFrame: (callback) => nextFrame.push(callback),
    now: () => '2026-01-01T11:00:00Z',
  });
  keeper.start();
  page = document.createElement('div');
  document.body.append(page);
  void act(() => render(<Visitors keeper={keeper} />, page));
  tell(() => {
    const visitors = Array.from({ length: COUNT }, (_, index) => visitor(index));
    plan.onFrame({ type: 'visitors', visitors });
  });
});

afterEach(() => {
  render(null, page);
  page.remove();
  vi.useRealTimers();
});

/** What is told in one frame of the page. */
function tell(what: () => void): void {
  rowsDrawn = 0;
  void act(() => {
    what();
    nextFrame.splice(0).forEach((callback) => callback());
  });
}

const rows = () => [...page.querySelectorAll<HTMLElement>('[data-testid=visitor-row]')];
const row = (visit: string) => page.querySelector<HTMLElement>(`tr[data-visit=${visit}]`);
const change = (...visitors: VisitorView[]) =>
  tell(() => visitors.forEach((each) => plan.onFrame({ type: 'changed', visitors: [each] })));

describe('the table of a thousand visitors', () => {
  it('draws those in sight, and tells how many there are', () => {
    expect(rows().length).toBeGreaterThan(10);
    expect(rows().length).toBeLessThan(60);
    expect(page.querySelector('table')?.getAttribute('aria-rowcount')).toBe('1001');
    expect(rows()[0]?.dataset['visit']).toBe('v999');
    expect(rows()[0]?.getAttribute('aria-rowindex')).toBe('2');
  });

  it('draws the one row that a change is about', () => {
    change(visitor(999, { leaving: true }));
    expect(row('v999')?.textContent).toContain('leaving');
    expect(rowsDrawn).toBe(1);
  });

  it('draws no row for a change out of sight', () => {
    change(visitor(3, { leaving: true }));
    expect(rowsDrawn).toBe(0);
  });

  it('draws once what was told in one frame', () => {
    change(
      ...Array.from({ length: 50 }, (_, index) =>
        visitor(999, { url: `https://a.example/${index}` }),
      ),
    );
    expect(row('v999')?.textContent).toContain('https://a.example/49');
    expect(rowsDrawn).toBe(1);
  });

  it('draws no more than is in sight when somebody comes', () => {
    change(visitor(1_000));
    expect(rows()[0]?.dataset['visit']).toBe('v1000');
    expect(rowsDrawn).toBeLessThanOrEqual(rows().length);
  });

  it('lets the times run without drawing a row', () => {
    const before = row('v999')?.querySelector('.number')?.textContent;
    rowsDrawn = 0;
    void act(() => void vi.advanceTimersByTime(1_000));
    expect(row('v999')?.querySelector('.number')?.textContent).not.toBe(before);
    expect(rowsDrawn).toBe(0);
  });

  it('draws what comes in sight, and keeps the row with the focus', () => {
    const open = row('v999')?.querySelector('button');
    void act(() => open?.focus());
    const box = page.querySelector('.table-box') ?? page;
    void act(() => {
      box.scrollTop = 500 * 60;
      box.dispatchEvent(new Event('scroll'));
    });
    expect(row('v499')).not.toBeNull();
    expect(row('v999')?.querySelector('button')).toBe(open);
    expect(document.activeElement).toBe(open);
    void act(() => open?.blur());
    expect(row('v999')).toBeNull();
  });

  it('shows details as they become, and marks those that changed', () => {
    change(visitor(1_000, { details: { Plan: 'gold', Basket: '€ 0' } }));
    void act(() => row('v1000')?.click());
    const details = () =>
      [...page.querySelectorAll('[data-testid=visitor-detail]')].map((each) => each.textContent);
    change(visitor(1_000, { details: { Plan: 'gold', Basket: '€ 360' } }));
    expect(details()[0]).toBe('gold');
    expect(details()[1]).toMatch(/^€ 360.*changed at \d/);
    change(visitor(1_000, { details: { Plan: 'gold' } }));
    expect(details()).toEqual(['gold']);
  });

  it('goes back to its row from the details', () => {
    void act(() => row('v999')?.click());
    void act(() => page.querySelector<HTMLElement>('[data-testid=visitor-close]')?.click());
    expect(document.activeElement).toBe(row('v999')?.querySelector('button'));
  });
});
