import { expect, it } from 'vitest';
import { sends, type PressedKey } from './composing';

const enter: PressedKey = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 };

it('Enter sends', () => expect(sends(enter)).toBe(true));

it.each([
  ['with Shift', { ...enter, shiftKey: true }],
  ['while a character is composed', { ...enter, isComposing: true }],
  ['that confirms a character in Safari, after composing', { ...enter, keyCode: 229 }],
])('Enter %s does not send', (_when, key) => expect(sends(key)).toBe(false));

it('no other key sends', () => expect(sends({ ...enter, key: 'a', keyCode: 65 })).toBe(false));
