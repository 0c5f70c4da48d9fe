import { describe, expect, it } from 'vitest';
import { pieces, type Piece } from './rows-in-sight';

const sight = (first: number) => ({ first, rows: 20, rowPixels: 60 });
const rowsOf = (all: readonly Piece[]) => all.flatMap((each) => ('row' in each ? [each.row] : []));
const gapsOf = (all: readonly Piece[]) => all.flatMap((each) => ('gap' in each ? [each.gap] : []));

describe('the rows that are drawn', () => {
  it('are all of a short list', () => {
    expect(pieces(3, sight(0), -1)).toEqual([{ row: 0 }, { row: 1 }, { row: 2 }]);
    expect(pieces(0, sight(0), -1)).toEqual([]);
  });

  it.each([0, 7, 480, 980, 1_000, 5_000])('take the place of all, scrolled to row %i', (first) => {
    for (const focused of [-1, 0, Math.min(first, 999), 500, 999]) {
      const all = pieces(1_000, sight(first), focused);
      const rows = rowsOf(all);
      expect(rows.length + gapsOf(all).reduce((sum, each) => sum + each, 0)).toBe(1_000);
      expect(rows.length).toBeLessThanOrEqual(41);
      expect(rows).toContain(Math.min(first, 999));
      expect([...rows].sort((one, other) => one - other)).toEqual(rows);
      expect(focused === -1 || rows.includes(focused)).toBe(true);
    }
  });
});
