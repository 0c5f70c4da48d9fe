import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { serverNow, setServerTime } from './server-time';

const HOUR = 3_600_000;

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-01-01T12:00:00Z') }));

afterEach(() => {
  setServerTime(undefined);
  vi.useRealTimers();
});

it('is this computer’s as long as the server has said nothing', () => {
  expect(serverNow()).toBe(Date.now());
});

it('is the server’s, two hours before this computer’s', () => {
  setServerTime('2026-01-01T10:00:00Z');
  vi.advanceTimersByTime(90_000);
  expect(new Date(serverNow()).toISOString()).toBe('2026-01-01T10:01:30.000Z');
});

it('goes on as time does when this computer’s clock is set', () => {
  setServerTime('2026-01-01T10:00:00Z');
  vi.setSystemTime(Date.now() - 5 * HOUR);
  vi.advanceTimersByTime(1_000);
  expect(new Date(serverNow()).toISOString()).toBe('2026-01-01T10:00:01.000Z');
});
