import type { Instant } from '../../protocol/generated';

/**
 * Tells how long ago something was that the server dates: this computer's clock may be hours off. What it
 * counts in between is the time that has passed, which setting the clock does not change.
 */
let told: { readonly server: number; readonly here: number } | undefined;

/** What the server says that it is now; services of an older version say nothing. */
export function setServerTime(now: Instant | undefined): void {
  told = now === undefined ? undefined : { server: Date.parse(now), here: performance.now() };
}

/** In milliseconds as `Date.now()`; that is all there is before the server has said anything. */
export function serverNow(): number {
  return told === undefined ? Date.now() : told.server + performance.now() - told.here;
}
