import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { DataUse } from '../protocol/generated';
import { words as ar } from './ar';
import { words as de } from './de';
import { words as en } from './en';
import { words as es } from './es';
import { words as fr } from './fr';
import { rows } from './rows';
import { places, sentences, spoken, type Place, type Words } from './sentences';

/** The places whose words are recorded as a consent, and what is agreed to there. */
const consents: readonly (readonly [Place, string])[] = [
  ['chatForm', 'beginning a chat'],
  ['site', 'a visit, where the site asks by itself with `Lethe.words()`'],
  ['messageForm', 'leaving a message while nobody is online'],
];
const languages: Readonly<Record<string, Words>> = { en, de, fr, es, ar };
const settings = [
  ['addresses', 'addresses are seen'],
  ['transcriptToTeam', 'transcript to the team'],
  ['transcriptToVisitor', 'transcript to the visitor'],
  ['tlsOnly', 'TLS only'],
] as const satisfies readonly (readonly [keyof DataUse, string])[];
const DEADLINE = 'PT1H';

const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
const table = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  line(head) + line(head.map(() => '---')) + body.map(line).join('');
const isMessage = (place: Place): boolean => place === 'messageForm';

/** What an account may have set, each once: what is agreed to differs by nothing else. */
function uses(place: Place): readonly DataUse[] {
  const seen = new Map<string, DataUse>();
  for (const { use } of rows) {
    const told = { ...use, letterDeadline: DEADLINE };
    if (use.offlineMessages || !isMessage(place)) {
      const text = spoken(en, 'en', told, place).join(' ');
      if (!seen.has(text)) {
        seen.set(text, told);
      }
    }
  }
  return [...seen.values()];
}

function consentOf([place, what]: readonly [Place, string]): string {
  const texts = uses(place).map((use) => [
    settings
      .filter(([name]) => use[name])
      .map(([, words]) => words)
      .join(', ') || 'none of these',
    sentences(use, place)
      .map(({ id, list }) => (list.length > 0 ? `${id} (${list.join(', ')})` : id))
      .join(', '),
    ...Object.entries(languages).map(
      ([language, words]) =>
        `\`${versionOf(spoken(words, language, use, place).join(' ')).slice(0, 12)}\``,
    ),
  ]);
  return (
    `## \`${place}\`: ${what}\n\n` +
    table(['settings', 'sentences', ...Object.keys(languages)], texts) +
    '\n'
  );
}

function sentencesIn([language, words]: readonly [string, Words]): string {
  const used = new Set<string>(
    consents.flatMap(([place]) =>
      rows.flatMap(({ use }) =>
        sentences(use, place).flatMap(({ id, list }) => [id as string, ...list]),
      ),
    ),
  );
  return (
    `## Sentences: \`${language}\`\n\n` +
    table(
      ['sentence', 'words'],
      Object.entries(words)
        .filter(([id]) => used.has(id))
        .map(([id, text]) => [id, text]),
    ) +
    '\n'
  );
}

const register = (): string =>
  `# Register of consent texts

<!-- Written from the words by register.test.ts of web; change them. -->

The texts that Lethe's own pages show where a visitor consents, and that are recorded word for word with the time. A text is the
sentences below, in their order, with a blank between them; which of them hold, the account's settings decide. Its version is the SHA-256
of the text in UTF-8, as an access export tells it; here are the first 12 digits. Where mails may wait for another time than an
hour, \`held\` names that, and the version is another. A site that asks in words of its own is not here: its text is in the export.

` +
  consents.map(consentOf).join('') +
  Object.entries(languages).map(sentencesIn).join('').trimEnd() +
  '\n';

it('the register has the texts that are shown; `vitest -u` writes it anew', async () => {
  await expect(register()).toMatchFileSnapshot('../../docs/register-of-consent-texts.md');
});

it('the register has each place whose words are agreed to', () => {
  expect(consents.map(([place]) => place)).toEqual(
    Object.entries(places)
      .filter(([, ids]) => ids.some((id) => id.startsWith('agree')))
      .map(([place]) => place),
  );
});
