import { describe, expect, it } from 'vitest';
import { span } from '../text/format';
import { languages, wordsOf } from '../console/messages/catalogue';
import { words as ofEnd } from './chat/en';
import { words as ofData } from './data/en';
import { words as ofPanel } from './en';
import { fixture, rows, type Letter, type Row } from './rows';
import { places, sentences, spoken, strictest, type Place, type WordId } from './sentences';

/** All sentences there are. */
const en = { ...ofPanel, ...ofEnd, ...ofData };

const stored = (document: string): object =>
  fixture(`contracts/src/test/resources/golden/sealed/${document}.json`) as object;
const all = Object.keys(places) as readonly Place[];

const isVisitors = ({ to }: Letter): boolean => to === 'vera@mail.example';
const isTeams = (letter: Letter): boolean => !isVisitors(letter);
const toTeam = ({ done }: Row): boolean => done.transcripts.some(isTeams);
const lettersOf = ({ done }: Row, place: Place): readonly Letter[] =>
  place.startsWith('message') ? done.messages : done.transcripts;
const toVisitor = ({ done }: Row): boolean => done.transcripts.some(isVisitors);

/** When each sentence about the settings is true, by what is done. */
const claims: Readonly<Partial<Record<WordId, (row: Row, place: Place) => boolean>>> = {
  seesAddress: ({ done }) => done.visitAddress,
  removed: ({ done }) =>
    !done.visitAddress && [...done.transcripts, ...done.messages].every(({ address }) => !address),
  agreeMessage: ({ done }) => done.messages.length > 0,
  mailedMessage: ({ done }) => done.messages.length > 0,
  mailedNot: ({ done }) => done.transcripts.length === 0,
  mailedTeam: toTeam,
  mailedVisitor: toVisitor,
  mailedAddress: (row, place) => lettersOf(row, place).some(({ address }) => address),
  // It stands below a letter that is there.
  held: (row, place) => place === 'heldLetter' || lettersOf(row, place).length > 0,
  tlsOnly: (row, place) => row.done.tlsOnly && lettersOf(row, place).length > 0,
  tlsOffered: (row, place) => !row.done.tlsOnly && lettersOf(row, place).length > 0,
  askEarlier: ({ done }) => done.transcripts.length > 0,
};

/**
 * True whatever the settings: of destruction (EndChatTest, ErasureIT, SubjectScopesTest), of minutes
 * (WordsTest), and of outcomes, which are said when they have come (panel-withdrawal.test, panel-view.test).
 */
const always: readonly WordId[] = [
  ...['agree', 'agreeVisit', 'sees', 'seesMessages', 'seesForm', 'seesPages', 'seesReferrer'],
  ...['seesDetails', 'seesDevice', 'seesPlace', 'goneChat', 'goneVisit', 'withdraw'],
  ...['withdrawVisit', 'askChat', 'askVisit'],
] as readonly WordId[];
const outcomes: readonly WordId[] = [
  ...['destroyed', 'destroyedAt', 'erased', 'lost', 'withdrawnAt', 'withdrawnNothing'],
  ...['withdrawnNotYet', 'receiptAwaited', 'receiptIssued', 'receiptOfChat', 'reference'],
  ...['heldAt', 'heldOld', 'heldNothing', 'heldNowhere', 'heldDamaged', 'heldFiles'],
  ...['heldOfficers', 'saveWhat', 'destroyWhat'],
] as readonly WordId[];

/** What must be said where it is so: the other half of the truth. */
const duties: readonly [Place, WordId][] = [
  ['chatForm', 'seesAddress'],
  ['site', 'seesAddress'],
  ...(['chatForm', 'talk', 'ended'] as const).flatMap((place): [Place, WordId][] => [
    [place, 'mailedNot'],
    [place, 'mailedTeam'],
    [place, 'mailedVisitor'],
  ]),
  ...(['chatForm', 'messageForm'] as const).flatMap((place): [Place, WordId][] => [
    [place, 'mailedAddress'],
    [place, 'tlsOnly'],
    [place, 'tlsOffered'],
  ]),
  ...(['chatForm', 'messageForm', 'messageSent', 'ended'] as const).map(
    (place): [Place, WordId] => [place, 'held'],
  ),
  ['messageForm', 'agreeMessage'],
];

/** By which words each thing is named that is stored of a visit and of the form before a chat. */
const namedBy: Readonly<Record<string, WordId>> = {
  'visit-view since': 'seesPages',
  'visit-view trail': 'seesPages',
  'visit-view referrer': 'seesReferrer',
  'visit-view location': 'seesPlace',
  'visit-view client': 'seesDevice',
  'visit-view details': 'seesDetails',
  'visit-view consent': 'agree',
  'visit-addr address': 'seesAddress',
  'visit-addr host': 'seesAddress',
  'chat-form name': 'seesForm',
  'chat-form email': 'seesForm',
  'chat-form question': 'seesMessages',
  'chat-form consent': 'agree',
  'chat-form use': 'agree',
  'chat-addr address': 'seesAddress',
  'chat-addr host': 'seesAddress',
  'chat-log text': 'seesMessages',
  'chat-log-file file': 'seesMessages',
  'chat-files name': 'seesMessages',
  'chat-files mediaType': 'seesMessages',
  'chat-files size': 'seesMessages',
  // Of the operator, who knows.
  'chat-log name': 'seesMessages',
  'chat-log-file name': 'seesMessages',
};

const idsOf = (row: Row, place: Place): readonly WordId[] =>
  sentences(row.use, place).flatMap(({ id, list }) => [id, ...list]);
/** A message can be left only where somebody gets it. */
const shown = ({ done }: Row): readonly Place[] =>
  all.filter((place) => !place.startsWith('message') || done.messages.length > 0);

it('knows of each sentence when it is true', () => {
  const known = [...Object.keys(claims), ...always, ...outcomes];
  expect(known.sort()).toEqual(Object.keys(en).sort());
});

describe.each(rows.map((row) => [JSON.stringify(row.settings), row] as const))(
  'with %s',
  (_, row) => {
    it('says nothing that is not so', () => {
      const wrong = shown(row).flatMap((place) =>
        idsOf(row, place)
          .filter((id) => claims[id]?.(row, place) === false)
          .map((id) => `${place}: ${id}`),
      );
      expect(wrong).toEqual([]);
    });

    it('leaves nothing out', () => {
      const unsaid = duties.filter(
        ([place, id]) =>
          shown(row).includes(place) && claims[id]?.(row, place) && !idsOf(row, place).includes(id),
      );
      expect(unsaid).toEqual([]);
    });
  },
);

it('names each thing that is stored of a visitor', () => {
  const documents = [
    'visit-view',
    'visit-addr',
    'chat-form',
    'chat-addr',
    'chat-log',
    'chat-log-file',
    'chat-files',
  ];
  const open = rows.find(({ use }) => use.addresses);
  const said = open === undefined ? [] : idsOf(open, 'chatForm');
  const unnamed = documents.flatMap((document) =>
    Object.keys(stored(document))
      .map((field) => `${document} ${field}`)
      .filter((field) => !said.includes(namedBy[field] ?? ('' as WordId))),
  );
  expect(unnamed).toEqual([]);
});

it('has no sentence that is said nowhere', () => {
  const said = new Set<string>([
    ...outcomes,
    ...rows.flatMap((row) => all.flatMap((place) => idsOf(row, place))),
  ]);
  expect(Object.keys(en).filter((id) => !said.has(id))).toEqual([]);
});

describe.each(languages)('in %s', (language) => {
  const words = wordsOf[language];

  it('fills every place, with the deadline of the account', () => {
    for (const { use } of rows) {
      for (const place of all) {
        const text = spoken(words, language, use, place).join(' ');
        expect(text).not.toMatch(/[{}]|^$|undefined/);
        if (sentences(use, place).some(({ id }) => id === 'held')) {
          expect(text).toContain(span(use.letterDeadline, language));
        }
      }
    }
  });

  it('says nothing where it is not known what is done', () => {
    expect(all.flatMap((place) => spoken(words, language, undefined, place))).toEqual([]);
  });
});

it('is made of nothing that was not told before, whatever is set later', () => {
  for (const told of rows) {
    for (const now of rows) {
      const use = strictest(told.use, now.use);
      const ids = sentences(use, 'ended').map(({ id }) => id);
      expect(ids.includes('mailedTeam')).toBe(toTeam(told) && toTeam(now));
      expect(ids.includes('mailedVisitor')).toBe(toVisitor(told) && toVisitor(now));
    }
  }
});
