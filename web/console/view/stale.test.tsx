// @vitest-environment happy-dom
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useLasting } from './context';
import { Stale } from './stale';

let page: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  page = document.createElement('div');
});

afterEach(() => vi.useRealTimers());

function show(view: VNode): void {
  void act(() => render(view, page));
}

describe('a cut desk', () => {
  it('says since when it is cut', () => {
    const since = new Date(2026, 0, 1, 10, 15).toISOString();
    show(<Stale since={since} isHidden={false} />);
    expect(page.textContent).toMatch(/10:15.*as it was then/);
    show(<Stale since={since} isHidden={true} />);
    expect(page.textContent).toMatch(/10:15.*nothing of anybody/);
    show(<Stale since={undefined} isHidden={false} />);
    expect(page.textContent).toBe('');
  });
});

describe('what lasts', () => {
  function Away({ isAway }: { readonly isAway: boolean }) {
    return <p>{useLasting(isAway, 5_000) ? 'left' : ''}</p>;
  }

  it('is told after a while, and not when it passes at once', () => {
    show(<Away isAway={true} />);
    void act(() => void vi.advanceTimersByTime(4_000));
    show(<Away isAway={false} />);
    show(<Away isAway={true} />);
    void act(() => void vi.advanceTimersByTime(4_000));
    expect(page.textContent).toBe('');
    void act(() => void vi.advanceTimersByTime(1_000));
    expect(page.textContent).toBe('left');
  });
});
