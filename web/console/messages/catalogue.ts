import { choose } from '../../text/catalogue';
import { words as endAr } from '../../words/chat/ar';
import { words as endDe } from '../../words/chat/de';
import { words as endEn } from '../../words/chat/en';
import { words as endEs } from '../../words/chat/es';
import { words as endFr } from '../../words/chat/fr';
import { words as wordsAr } from '../../words/ar';
import { words as wordsDe } from '../../words/de';
import { words as wordsEn } from '../../words/en';
import { words as wordsEs } from '../../words/es';
import { words as wordsFr } from '../../words/fr';
import type { EndWords, Words } from '../../words/sentences';
import { ar } from './ar';
import type { ConsoleMessages } from './en';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';

export const catalogue = { en, de, ar, fr, es } as const satisfies Record<string, ConsoleMessages>;
/** The sentences about data, which widget and preview share. */
export const wordsOf: Readonly<Record<Language, Words & EndWords>> = {
  en: { ...wordsEn, ...endEn },
  de: { ...wordsDe, ...endDe },
  ar: { ...wordsAr, ...endAr },
  fr: { ...wordsFr, ...endFr },
  es: { ...wordsEs, ...endEs },
};
export type Language = keyof typeof catalogue;
export const languages = Object.keys(catalogue) as readonly Language[];
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  ar: 'العربية',
  fr: 'Français',
  es: 'Español',
};

const KEY = 'lethe:language';

/** What the operator chose in this tab, else what the browser asks for. */
export function presentLanguage(): Language {
  return choose([sessionStorage.getItem(KEY), ...navigator.languages], languages, 'en');
}

export function rememberLanguage(language: Language): void {
  sessionStorage.setItem(KEY, language);
}
