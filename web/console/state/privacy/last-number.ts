import type { Result } from '../../../transport/http';

/**
 * The greatest number that something has, 0 of none: in steps that double, then halve.
 *
 * @param exists whether something has a greater number than this one
 */
export async function lastNumber(
  exists: (after: number) => Promise<Result<boolean>>,
): Promise<Result<number>> {
  let there = 0;
  let gone = 1;
  for (;;) {
    const more = await exists(gone - 1);
    if (!more.ok) {
      return more;
    }
    if (!more.value) {
      break;
    }
    there = gone;
    gone *= 2;
  }
  while (gone - there > 1) {
    const middle = Math.floor((there + gone) / 2);
    const more = await exists(middle - 1);
    if (!more.ok) {
      return more;
    }
    [there, gone] = more.value ? [middle, gone] : [there, middle];
  }
  return { ok: true, value: there };
}
