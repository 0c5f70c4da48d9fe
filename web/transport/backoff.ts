const FIRST_MILLIS = 400;
const LONGEST_MILLIS = 10_000;

/**
 * How long to wait before attempt `attempt` (0 is the first retry): doubled each time up to 10 s, and
 * a random half of it, so that the clients of a restarted service do not come back in one instant.
 */
export function backoffMillis(attempt: number, random: () => number = Math.random): number {
  const whole = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** Math.min(attempt, 10));
  return Math.round(whole / 2 + (whole / 2) * random());
}
