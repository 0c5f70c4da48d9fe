// @vitest-environment happy-dom
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useLasting } from './context';
import { Stale } from './stale';

let page: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.setSystemTime(new Date(2026, 0, 1, 10, 15));
  page = document.createElement('div');
});

afterEach(() => vi.useRealTimers());

function show(view: VNode): void {
  void act(() => render(view, page));
}

describe('a cut desk', () => {
  it('says since when it is cut, until it is connected again', () => {
    show(<Stale connection="connecting" />);
    expect(page.textContent).toBe('');
    show(<Stale connection="waiting" />);
    expect(page.textContent).toContain('10:15');
    vi.setSystemTime(new Date(2026, 0, 1, 10, 20));
    show(<Stale connection="connecting" />);
    show(<Stale connection="waiting" />);
    expect(page.textContent).toContain('10:15');
    show(<Stale connection="open" />);
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
