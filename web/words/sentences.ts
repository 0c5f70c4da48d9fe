import type { DataUse } from '../protocol/generated';
import type { Translated } from '../text/catalogue';
import { span } from '../text/format';
import type { words as endEn } from './chat/en';
import type { words as dataEn } from './data/en';
import type { words as en } from './en';

/** The sentences about data of one language; English says which there are. */
export type Words = Translated<typeof en>;
export type WordId = keyof Words;
/** Those at the end of a chat; in the widget they come with its view. */
export type EndWords = Translated<typeof endEn>;
/** Those about what is held of one person, and of its destruction; they come with that view. */
export type DataWords = Translated<typeof dataEn>;

const visit = [
  'seesPages',
  'seesReferrer',
  'seesDetails',
  'seesDevice',
  'seesPlace',
  'seesAddress',
] as const satisfies readonly WordId[];
const mail = ['mailedAddress', 'held', 'tlsOnly', 'tlsOffered'] as const;
const transcript = ['mailedNot', 'mailedTeam', 'mailedVisitor'] as const;

/** What each place has to say, of which is said what is so; the first sentence stands by itself. */
export const places = {
  /** Above the button that begins a chat. */
  chatForm: [
    'agree',
    'sees',
    'removed',
    'goneChat',
    'goneVisit',
    ...transcript,
    ...mail,
    'withdraw',
  ],
  /** In a site's own question, before a visit. */
  site: ['agreeVisit', 'sees', 'removed', 'goneVisit', 'withdrawVisit'],
  /** Above the button that sends a message to nobody online, and after it. */
  messageForm: ['agreeMessage', 'removed', ...mail],
  messageSent: ['mailedMessage', 'held'],
  /** While a chat waits or goes on, and in the question whether to end it. */
  talk: ['goneChat', ...transcript],
  /** When it has ended, but by no erasure, which mails nothing. */
  ended: [...transcript, 'held', 'goneVisit'],
  /** In the question whether to withdraw the consent. */
  withdrawChat: ['askChat', 'askEarlier'],
  withdrawVisit: ['askVisit', 'askEarlier'],
  /** Below each thing that is held of the person who asks. */
  heldVisit: ['sees', 'removed', 'goneVisit'],
  heldChat: ['sees', 'removed', 'goneChat', ...transcript],
  heldLetter: ['held'],
} as const satisfies Readonly<Record<string, readonly WordId[]>>;
export type Place = keyof typeof places;

/** What the list in `sees` names, where something is seen. */
const seen: Readonly<Partial<Record<Place, readonly WordId[]>>> = {
  chatForm: ['seesMessages', 'seesForm', ...visit],
  site: visit,
  heldVisit: visit,
  heldChat: ['seesMessages', 'seesForm', 'seesAddress'],
};

const isMailed = ({ transcriptToTeam, transcriptToVisitor }: DataUse): boolean =>
  transcriptToTeam || transcriptToVisitor;
const isMessage = (place: Place): boolean => place.startsWith('message');

/** When a sentence is so; the others always are, where they are said. */
const conditions: Readonly<Partial<Record<WordId, (use: DataUse, place: Place) => boolean>>> = {
  seesAddress: ({ addresses }) => addresses,
  removed: ({ addresses }) => !addresses,
  mailedNot: (use) => !isMailed(use),
  mailedTeam: ({ transcriptToTeam }) => transcriptToTeam,
  mailedVisitor: ({ transcriptToVisitor }) => transcriptToVisitor,
  mailedAddress: ({ addresses, transcriptToTeam }, place) =>
    addresses && (isMessage(place) || transcriptToTeam),
  held: (use, place) => isMessage(place) || place === 'heldLetter' || isMailed(use),
  tlsOnly: (use, place) => use.tlsOnly && (isMessage(place) || isMailed(use)),
  tlsOffered: (use, place) => !use.tlsOnly && (isMessage(place) || isMailed(use)),
  // An erasure finds all chats of a visit and their letters, and nothing of a visit before it.
  askEarlier: isMailed,
};

/** What is done with data that came in when this was told, and is still there now that that is set. */
export function strictest(told: DataUse | undefined, now: DataUse): DataUse {
  return told === undefined
    ? now
    : {
        ...now,
        addresses: told.addresses && now.addresses,
        transcriptToTeam: told.transcriptToTeam && now.transcriptToTeam,
        transcriptToVisitor: told.transcriptToVisitor && now.transcriptToVisitor,
        tlsOnly: told.tlsOnly || now.tlsOnly,
      };
}

/** A sentence, not yet in any language, and what its list names. */
export interface Sentence {
  readonly id: WordId;
  readonly list: readonly WordId[];
}

/**
 * What is true about a visitor's data in this place, by the account's settings; whether it was shown
 * somewhere else before does not matter.
 */
export function sentences(use: DataUse, place: Place): readonly Sentence[] {
  const isSo = (id: WordId): boolean => conditions[id]?.(use, place) ?? true;
  return places[place]
    .filter(isSo)
    .map((id) => ({ id, list: id === 'sees' ? (seen[place] ?? []).filter(isSo) : [] }));
}

/** The sentences in a language. Where it is not known what the account does, nothing is said. */
export function spoken(
  words: Words,
  language: string,
  use: DataUse | undefined,
  place: Place,
): readonly string[] {
  if (use === undefined) {
    return [];
  }
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const time = span(use.letterDeadline, language);
  return sentences(use, place).map(({ id, list }) =>
    words[id]
      .replace('{list}', lists.format(list.map((part) => words[part])))
      .replace('{time}', time),
  );
}
