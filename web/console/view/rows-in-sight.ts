import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Until the first row is drawn and measured. */
const ROW_PIXELS = 60;

/** Rows that are drawn beyond what is in sight: scrolling and the Tab key find them there. */
const SPARE = 10;

/** Which part of a list of rows of one height is on the screen. */
export interface Sight {
  readonly first: number;
  readonly rows: number;
  readonly rowPixels: number;
}

/** Rows to draw, or how many are left out in between. */
export type Piece = { readonly row: number } | { readonly gap: number };

/**
 * What to draw of so many rows: those in sight, some beyond, and one more wherever it is, so that the
 * row with the focus stays. Gaps keep the place of the others.
 */
export function pieces(count: number, { first, rows }: Sight, also: number): readonly Piece[] {
  const start = Math.max(0, Math.min(first, count - rows) - SPARE);
  const end = Math.min(count, start + rows + 2 * SPARE);
  const drawn = Array.from({ length: end - start }, (_, index) => start + index);
  if (also >= 0 && also < start) {
    drawn.unshift(also);
  } else if (also >= end && also < count) {
    drawn.push(also);
  }
  const all: Piece[] = [];
  let next = 0;
  for (const row of drawn) {
    if (row > next) {
      all.push({ gap: row - next });
    }
    all.push({ row });
    next = row + 1;
  }
  return next < count ? [...all, { gap: count - next }] : all;
}

/** Follows the box that scrolls, its size and that of a row. */
export function useSight(box: RefObject<HTMLElement | null>): Sight {
  const [sight, setSight] = useState<Sight>({
    first: 0,
    rows: Math.ceil(innerHeight / ROW_PIXELS),
    rowPixels: ROW_PIXELS,
  });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) {
      return undefined;
    }
    const look = (): void => setSight((before) => sightOf(element, before));
    const resized = new ResizeObserver(look);
    resized.observe(element);
    // Its height changes with the first row, with the zoom, and with who comes and goes.
    [...element.children].forEach((child) => resized.observe(child));
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);
  return sight;
}

function sightOf(box: HTMLElement, before: Sight): Sight {
  const row = box.querySelector('[data-row]')?.getBoundingClientRect().height ?? 0;
  const rowPixels = row > 0 ? row : before.rowPixels;
  const first = Math.floor(Math.max(0, box.scrollTop) / rowPixels);
  const height = box.clientHeight > 0 ? box.clientHeight : innerHeight;
  const rows = Math.ceil(height / rowPixels) + 1;
  const isSame = first === before.first && rows === before.rows && rowPixels === before.rowPixels;
  return isSame ? before : { first, rows, rowPixels };
}
