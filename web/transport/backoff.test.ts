import { expect, it } from 'vitest';
import { backoffMillis } from './backoff';

it('doubles up to ten seconds, with a random half', () => {
  expect([0, 1, 2, 3].map((attempt) => backoffMillis(attempt, () => 1))).toEqual([
    400, 800, 1600, 3200,
  ]);
  expect(backoffMillis(3, () => 0)).toBe(1600);
  expect(backoffMillis(50, () => 1)).toBe(10_000);
});
