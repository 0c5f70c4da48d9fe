// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HostElement } from './host-element';
import type { LoaderSettings } from './settings';

const settings = { account: 'acme', theme: 'auto' } as LoaderSettings;
let pageChanged: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.replaceChildren();
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(callback: () => void) {
        pageChanged = callback;
      }
      observe = vi.fn();
      disconnect = vi.fn();
    },
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('hears nothing when the account is there already', () => {
  const listen = vi.fn<(type: string, hear: unknown, options: { signal: AbortSignal }) => void>();
  vi.stubGlobal('addEventListener', listen);
  const deaf = (): boolean[] => listen.mock.calls.map(([, , { signal }]) => signal.aborted);
  expect(new HostElement(settings, '').attach()).toBe(true);
  expect(deaf()).not.toContain(true);
  listen.mockClear();
  expect(new HostElement(settings, '').attach()).toBe(false);
  expect(deaf()).not.toContain(false);
});

it('comes back as often as pages are changed, and stays out where it is thrown out at once', () => {
  const host = new HostElement(settings, '');
  host.attach();
  const element = host.root.host;
  const thrownOut = (): boolean => {
    element.remove();
    pageChanged();
    return !element.isConnected;
  };
  for (let page = 0; page < 200; page += 1) {
    vi.advanceTimersByTime(1_000);
    expect(thrownOut()).toBe(false);
  }
  const all = Array.from({ length: 200 }, thrownOut);
  expect(all.at(-1)).toBe(true);
});
