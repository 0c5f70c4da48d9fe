import { afterEach, describe, expect, it, vi } from 'vitest';
import { plural } from './catalogue';
import { clockTime, dateAndTime, fileSize, span } from './format';

const at = new Date(2026, 0, 1, 20, 12).toISOString();

function browserOf(...languages: string[]): void {
  vi.stubGlobal('navigator', { languages, language: languages[0] });
}

afterEach(() => vi.unstubAllGlobals());

describe('a time', () => {
  it('is written as in the browser’s own variety of the language', () => {
    browserOf('en-GB', 'en');
    expect(clockTime(at, 'en')).toBe('20:12');
    browserOf('en-US', 'en');
    expect(clockTime(at, 'en')).toMatch(/^08:12\sPM$/);
  });

  it('keeps to the browser’s clock where its language is not spoken', () => {
    browserOf('fr-FR', 'fr');
    expect(clockTime(at, 'en')).toBe('20:12');
  });
});

it.each(['fr', 'es'])('a time is told by 24 hours in %s', (language) => {
  browserOf(`${language}-${language.toUpperCase()}`, language);
  expect(clockTime(at, language)).toBe('20:12');
  expect(dateAndTime(at, language)).toMatch(/20:12:00$/);
});

it('a number is written in the digits of all that is not formatted', () => {
  browserOf('ar-EG');
  const texts = [
    clockTime(at, 'ar'),
    fileSize(8_900, 'ar'),
    span('PT90M', 'ar'),
    plural({ other: '{count}' }, 12, 'ar'),
  ];
  expect(texts.join(' ')).not.toMatch(/[\u0660-\u0669]/);
  expect(texts.join(' ')).toMatch(/12.*8\.9.*90.*12/);
});

it('a number is written as its language writes it', () => {
  expect([fileSize(8_900, 'fr'), span('PT24H', 'fr')].join()).toMatch(/^8,9\sko,24\sheures$/);
  expect([fileSize(8_900, 'es'), span('PT1H', 'es')].join()).toMatch(/^8,9\skB,1\shora$/);
});
