import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Sight } from './sight';

const page = { hidden: false };
let seen: string[];
let sight: Sight;

beforeEach(() => {
  page.hidden = false;
  vi.stubGlobal('document', page);
  seen = [];
  sight = new Sight((chat) => seen.push(chat));
});

afterEach(() => vi.unstubAllGlobals());

it('sees a chat whose end comes to be on the screen, until it is there no more', () => {
  sight.see('c1', true);
  expect(seen).toEqual(['c1']);
  expect(sight.isSeen('c1')).toBe(true);
  sight.see('c1', false);
  sight.look();
  expect(seen).toEqual(['c1']);
  expect(sight.isSeen('c1')).toBe(false);
});

it('goes on seeing the chat that came when the one before it leaves afterwards', () => {
  sight.see('c1', true);
  sight.see('c2', true);
  sight.see('c1', false);
  expect(sight.isSeen('c2')).toBe(true);
  expect(sight.isSeen('c1')).toBe(false);
});

it('sees nothing while the page is hidden, and what is there when the person looks again', () => {
  page.hidden = true;
  sight.see('c1', true);
  expect(seen).toEqual([]);
  expect(sight.isSeen('c1')).toBe(false);
  page.hidden = false;
  sight.look();
  expect(seen).toEqual(['c1']);
});
