import { useEffect, useRef } from 'preact/hooks';
import type { ActingRole, ServiceName, SubjectAction } from '../../../protocol/generated';
import { plural } from '../../../text/catalogue';
import { number } from '../../../text/format';
import type { Language } from '../../messages/catalogue';
import { privacyCatalogue } from '../../messages/privacy/catalogue';
import type { PrivacyMessages } from '../../messages/privacy/en';
import type { Refused } from '../../state/privacy/refused';
import { problemText, useTexts, type Texts } from '../context';

/** The console's texts, and those of this page. */
export interface PrivacyTexts extends Texts {
  readonly privacy: PrivacyMessages;
}

export function usePrivacyTexts(): PrivacyTexts {
  const texts = useTexts();
  return { ...texts, privacy: privacyCatalogue[texts.language as Language] };
}

/** `1 visit and 2 chats`; what there is nothing of is not named. */
export function countsText(
  { language, privacy }: PrivacyTexts,
  counts: Readonly<Partial<Record<keyof PrivacyMessages['counts'], number>>>,
): string {
  const kinds = Object.keys(privacy.counts) as readonly (keyof typeof privacy.counts)[];
  const parts = kinds
    .filter((kind) => (counts[kind] ?? 0) > 0)
    .map((kind) => plural(privacy.counts[kind], counts[kind] ?? 0, language));
  return parts.length === 0 ? '–' : listText(parts, language);
}

/** Why something was refused: by its reasons where there are words for them. */
export function refusedText(texts: PrivacyTexts, { problem, reasons }: Refused): string {
  const words: Readonly<Partial<Record<string, string>>> = texts.privacy.find.reasons;
  const told = reasons.flatMap((reason) => words[reason] ?? []);
  if (problem === 'too-large') {
    return texts.privacy.find.tooMany;
  }
  return told.length > 0 ? told.join(' ') : problemText(texts, problem);
}

export function servicesText(
  { language, privacy }: PrivacyTexts,
  services: readonly ServiceName[],
): string {
  const names: Readonly<Partial<Record<string, string>>> = privacy.erasure.services;
  return listText(
    services.map((each) => names[each] ?? each),
    language,
  );
}

/** All that the document tells has words; a later service may note what this page was not built for. */
type Words<Known extends string> = Readonly<
  Partial<Record<string, string>> & Record<Known, string>
>;

/** In which role somebody acted. */
export function actorOf({ actors }: PrivacyMessages['book'], by: string): string {
  const words: Words<ActingRole> = actors;
  return words[by] ?? by;
}

/** What somebody did. */
export function actionOf({ actions }: PrivacyMessages['book'], action: string): string {
  const words: Words<SubjectAction> = actions;
  return words[action] ?? actions.other;
}

export function listText(parts: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A duration of ISO 8601 in the largest unit that it is whole in; the text itself if it is none. */
export function exactSpan(iso: string, language: string): string {
  const [whole, days = 0, hours = 0, minutes = 0, seconds = 0] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(iso) ?? [];
  if (whole === undefined) {
    return iso;
  }
  const all =
    Number(days) * 86_400 + Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  // A day is said as 24 hours, as laws and our own texts do.
  const fitting = UNITS.find(([, size]) => all % size === 0 && (size < 86_400 || all > size));
  const [unit, size] = fitting ?? ['second', 1];
  return number(all / size, language, { style: 'unit', unit, unitDisplay: 'long' });
}

/** Gives an element the focus when it comes, and never again. */
export function useFocusAtFirst<E extends HTMLElement>() {
  const element = useRef<E>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
