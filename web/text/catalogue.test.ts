import { describe, expect, it } from 'vitest';
import { catalogue as console, languages, wordsOf } from '../console/messages/catalogue';
import { privacyCatalogue } from '../console/messages/privacy/catalogue';
import { buttonMessages as button } from '../widget/messages/button';
import { languages as widgetLanguages } from '../widget/messages/languages';
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
    expect(plural(console.en.chat.destroyedMessages, 1, 'en')).toBe('1 message');
    expect(plural(console.de.chat.destroyedFiles, 0, 'de')).toBe('0 Dateien');
    expect(plural(console.ar.chat.destroyedMessages, 2, 'ar')).toBe('رسالتان');
    expect(plural(console.fr.chat.destroyedMessages, 0, 'fr')).toBe('0 message');
    expect(plural(console.es.chat.destroyedMessages, 0, 'es')).toBe('0 mensajes');
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

/** Every catalogue there is of a language, each of which a page may be shown in. */
const all = await Promise.all(
  languages.map(async (language) => ({
    language,
    texts: {
      button: button[language],
      console: console[language],
      privacy: privacyCatalogue[language],
      words: wordsOf[language],
      ...((await import(`../widget/messages/${language}.ts`)) as object),
      ...((await import(`../widget/messages/chat/${language}.ts`)) as object),
      ...((await import(`../widget/messages/data/${language}.ts`)) as object),
      ofData: (await import(`../words/data/${language}.ts`)) as object,
    },
  })),
);

it('widget, console and words have the same languages', () => {
  expect(widgetLanguages).toEqual(languages);
});

describe.each(all)('the catalogues in $language', ({ language, texts }) => {
  const places = (some: object) =>
    new Map(leaves(some).map(([path, text]) => [path, (text.match(/\{\w+\}/g) ?? []).sort()]));

  it('have the same messages with the same places', () => {
    expect(places(texts)).toEqual(places(all[0]?.texts ?? {}));
  });

  it('leave no message empty', () => {
    expect(leaves(texts).filter(([, text]) => text === '')).toEqual([]);
  });

  it('have each form of a number that people meet', () => {
    const counts = Array.from({ length: 1_000 }, (_, count) => count);
    const rules = new Intl.PluralRules(language);
    const forms = new Set(counts.map((count) => rules.select(count)));
    const wanting = plurals(texts).filter(([, has]) => ![...forms].every((form) => form in has));
    expect(wanting.map(([path]) => path)).toEqual([]);
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
function leaves(texts: object): (readonly [string, string])[] {
  return entries(texts).map(([path, value]) => [
    path,
    typeof value === 'string' ? value : 'a plural',
  ]);
}

function plurals(texts: object): (readonly [string, Plural])[] {
  return entries(texts).flatMap(([path, value]) =>
    typeof value === 'string' ? [] : [[path, value] as const],
  );
}

function entries(texts: object, path = ''): (readonly [string, string | Plural])[] {
  return Object.entries(texts).flatMap(([key, value]: [string, string | object]) => {
    const at = `${path}.${key}`;
    return typeof value === 'string' || isPlural(value)
      ? [[at, value] as const]
      : entries(value, at);
  });
}

function isPlural(value: object): value is Plural {
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
  return 'one' in value && Object.keys(value).every((key) => forms.includes(key));
}
