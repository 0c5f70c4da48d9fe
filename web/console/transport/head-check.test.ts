import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { provesGrowth, type Head } from './head-check';

const hash = (...parts: readonly (string | Buffer)[]): Buffer => {
  const digest = createHash('sha256');
  parts.forEach((part) => digest.update(part));
  return digest.digest();
};

/** The largest power of two that is smaller. */
const split = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);

/** As RFC 9162 defines it (2.1.1). */
function root(leaves: readonly string[]): Buffer {
  if (leaves.length <= 1) {
    return leaves[0] === undefined ? hash() : hash(Buffer.of(0), leaves[0]);
  }
  const k = split(leaves.length);
  return hash(Buffer.of(1), root(leaves.slice(0, k)), root(leaves.slice(k)));
}

/** As RFC 9162 defines it (2.1.4.1). */
function proof(m: number, leaves: readonly string[], isWhole: boolean): Buffer[] {
  if (m === leaves.length) {
    return isWhole ? [] : [root(leaves)];
  }
  const k = split(leaves.length);
  return m <= k
    ? [...proof(m, leaves.slice(0, k), isWhole), root(leaves.slice(k))]
    : [...proof(m - k, leaves.slice(k), false), root(leaves.slice(0, k))];
}

const leaves = Array.from({ length: 20 }, (_, number) => `leaf ${number}`);
const head = (all: readonly string[]): Head => ({
  size: all.length,
  root: root(all).toString('hex'),
  at: '2026-01-01T10:00:00Z',
});
const grown = (from: number, to: number) => ({
  from,
  to,
  path:
    from === 0 ? [] : proof(from, leaves.slice(0, to), true).map((each) => each.toString('hex')),
});

describe('a proof of growth', () => {
  it('holds of every size and every larger one, and of no other tree', async () => {
    for (let to = 0; to <= leaves.length; to++) {
      const second = head(leaves.slice(0, to));
      const other = head(['changed', ...leaves.slice(1, to)].slice(0, to));
      for (let from = 0; from <= to; from++) {
        const first = head(leaves.slice(0, from));
        expect(await provesGrowth(first, second, grown(from, to)), `${from} ${to}`).toBe(true);
        if (from > 0) {
          expect(await provesGrowth(first, other, grown(from, to)), `${from} ${to}`).toBe(false);
        }
      }
    }
  });

  it('does not hold with a hash too much, too little or of other sizes', async () => {
    const first = head(leaves.slice(0, 6));
    const second = head(leaves.slice(0, 15));
    const { path, ...sizes } = grown(6, 15);
    const holds = (changed: readonly string[], other: object = {}) =>
      provesGrowth(first, second, { ...sizes, path: changed, ...other });
    expect(await holds(path)).toBe(true);
    expect(await holds([...path, path[0] ?? ''])).toBe(false);
    expect(await holds(path.slice(1))).toBe(false);
    expect(await holds(path.slice(0, -1))).toBe(false);
    expect(await holds([])).toBe(false);
    expect(await holds(path, { to: 14 })).toBe(false);
  });
});
