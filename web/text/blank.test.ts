import { expect, it } from 'vitest';
import { isBlank } from './blank';

it.each([
  '',
  ' \n',
  '\u200b',
  '\u00a0\u00a0',
  '\u200e\u200f\u202e',
  '\u00ad\u2060',
  '\u3164',
  '\ufe0f\u{e0100}',
  '\ufffc',
  '\u2800',
  '\0',
])('%j is blank: nobody sees anything of it', (text) => expect(isBlank(text)).toBe(true));

it.each(['.', '\u200b1', '👨‍👩‍👧', 'می‌خواهم', '\u202eabc'])('%j is not blank', (text) =>
  expect(isBlank(text)).toBe(false),
);
