import { describe, expect, it } from 'vitest';
import { ar as consoleAr } from '../console/messages/ar';
import { de as consoleDe } from '../console/messages/de';
import { en as consoleEn } from '../console/messages/en';
import { messages as widgetAr } from '../widget/messages/ar';
import { messages as widgetDe } from '../widget/messages/de';
import { messages as widgetEn } from '../widget/messages/en';
import { words as wordsAr } from '../words/ar';
import { words as wordsDe } from '../words/de';
import { words as wordsEn } from '../words/en';
import { choose, direction, fill, plural, type Plural } from './catalogue';
import { duration, fileSize } from './format';

describe('a message', () => {
  it('has its places filled, and keeps those that nothing is known for', () => {
    expect(fill('{name} of {count} {what}', { name: 'Ada', count: 2 })).toBe('Ada of 2 {what}');
  });

  it('keeps the direction of a name from what stands beside it', () => {
    expect(fill('{name} (2) is typing', { name: 'אחת' })).toBe('\u2068אחת\u2069 (2) is typing');
    expect(fill('{name} يكتب', { name: 'Nora (a)' })).toBe('\u2068Nora (a)\u2069 يكتب');
    expect(fill('{name} is typing', { name: 'Zoë' })).toBe('Zoë is typing');
  });

  it('depends on the number in the way of its language', () => {
    expect(plural(consoleEn.chat.destroyedMessages, 1, 'en')).toBe('1 message');
    expect(plural(consoleDe.chat.destroyedFiles, 0, 'de')).toBe('0 Dateien');
    expect(plural(consoleAr.chat.destroyedMessages, 2, 'ar')).toBe('رسالتان');
  });
});

describe('the language', () => {
  it('is the first wanted one that there is', () => {
    expect(choose([undefined, '', 'fr-CA', 'de-AT', 'en'], ['en', 'de'], 'en')).toBe('de');
    expect(choose([null], ['en', 'de'], 'en')).toBe('en');
  });

  it('knows its direction', () => {
    expect([direction('ar'), direction('de')]).toEqual(['rtl', 'ltr']);
  });
});

describe.each([
  ['widget de', widgetEn, widgetDe],
  ['widget ar', widgetEn, widgetAr],
  ['words de', wordsEn, wordsDe],
  ['words ar', wordsEn, wordsAr],
  ['console de', consoleEn, consoleDe],
  ['console ar', consoleEn, consoleAr],
])('the catalogue %s', (_name, original, translated) => {
  const places = (texts: object) =>
    new Map(leaves(texts).map(([path, text]) => [path, (text.match(/\{\w+\}/g) ?? []).sort()]));

  it('has the same messages with the same places', () => {
    expect(places(translated)).toEqual(places(original));
  });
});

describe('a number', () => {
  it('of milliseconds is a duration', () => {
    expect([0, 65_000, 3_725_000].map(duration)).toEqual(['0:00', '1:05', '1:02:05']);
  });

  it('of bytes is a size', () => {
    expect(fileSize(2, 'en')).toBe('2 bytes');
    expect(fileSize(123_456, 'en')).toBe('123.5 kB');
  });
});

/** Every text with its path; the forms of a plural count as one. */
function leaves(texts: object, path = ''): (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) => {
    const at = `${path}.${key}`;
    if (typeof value === 'string') {
      return [[at, value] as const];
    }
    const nested = value as object;
    return isPlural(nested) ? [[at, ''] as const] : leaves(nested, at);
  });
}

function isPlural(value: object): value is Plural {
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
  return 'one' in value && Object.keys(value).every((key) => forms.includes(key));
}
