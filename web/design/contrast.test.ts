import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const styles = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const SURFACES = ['surface', 'surface-raised', 'surface-sunk', 'accent-soft', 'danger-soft'];

/** The colours of a style sheet, in light and in dark. */
function coloursOf(css: string): ReadonlyMap<string, readonly string[]> {
  const pairs = css.matchAll(/--([a-z-]+): light-dark\((#\w+), (#\w+)\)/g);
  return new Map([...pairs].map(([, name = '', ...both]) => [name, both]));
}

const tokens = coloursOf(styles('tokens.css'));

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const whole = colour.length === 4 ? colour.replace(/\w/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(whole.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function colour(name: string, mode: number): string {
  const found = tokens.get(name)?.[mode];
  if (found === undefined) {
    throw new Error(name);
  }
  return found;
}

it('black on white is the most there is', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21);
});

describe.each([
  ['light', 0],
  ['dark', 1],
])('in %s', (_name, mode) => {
  it.each(['edge', 'ring'])('the %s of a field stands out from what is around it', (line) => {
    for (const surface of SURFACES.slice(0, 3)) {
      expect(contrast(colour(line, mode), colour(surface, mode)), surface).toBeGreaterThanOrEqual(
        3,
      );
    }
  });

  it.each(['ink', 'ink-soft', 'danger', 'good'])('text in %s can be read', (ink) => {
    for (const surface of SURFACES.slice(0, 3)) {
      expect(contrast(colour(ink, mode), colour(surface, mode)), surface).toBeGreaterThanOrEqual(
        4.5,
      );
    }
  });

  it.each([
    ['on-accent', 'accent'],
    ['ink', 'accent-soft'],
    ['danger', 'danger-soft'],
  ])('text in %s can be read on %s', (ink, ground) => {
    expect(contrast(colour(ink, mode), colour(ground, mode))).toBeGreaterThanOrEqual(4.5);
  });

  it('the button of the widget has the colours of its panel', () => {
    const button = coloursOf(styles('../widget/loader/loader.css'));
    const all = ['accent', 'on-accent', 'ring'].map((name) => button.get(name)?.[mode]);
    const white = (found?: string): string | undefined => found?.replace(/^#fff$/, '#ffffff');
    expect(all.map(white)).toEqual(
      ['accent', 'on-accent', 'ring'].map((name) => colour(name, mode)),
    );
  });
});
