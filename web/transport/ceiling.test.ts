import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Ceiling, CEILING_MILLIS } from './ceiling';

let reached: number;
let ceiling: Ceiling;

beforeEach(() => {
  vi.useFakeTimers();
  reached = 0;
  ceiling = new Ceiling(() => (reached += 1));
});

afterEach(() => {
  ceiling.mended();
  vi.useRealTimers();
});

it('is reached when so long has passed, again and again, counted from the first loss however often it is tried again', () => {
  ceiling.cut();
  vi.advanceTimersByTime(CEILING_MILLIS - 10_000);
  ceiling.cut();
  expect(reached).toBe(0);
  vi.advanceTimersByTime(10_000);
  expect(reached).toBe(1);
  ceiling.cut();
  vi.advanceTimersByTime(2 * CEILING_MILLIS);
  expect(reached).toBe(3);
});

it('is not reached while there is a connection', () => {
  ceiling.cut();
  vi.advanceTimersByTime(CEILING_MILLIS - 10_000);
  ceiling.mended();
  vi.advanceTimersByTime(CEILING_MILLIS);
  ceiling.cut();
  vi.advanceTimersByTime(CEILING_MILLIS - 10_000);
  expect(reached).toBe(0);
});

it('is reached a moment after a sleep that was longer', () => {
  ceiling.cut();
  vi.setSystemTime(Date.now() + CEILING_MILLIS);
  vi.advanceTimersByTime(5_000);
  expect(reached).toBe(1);
});

it('is reached in time by a clock that was set back', () => {
  ceiling.cut();
  vi.setSystemTime(0);
  vi.advanceTimersByTime(CEILING_MILLIS);
  expect(reached).toBe(1);
});
