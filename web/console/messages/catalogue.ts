import { choose } from '../../text/catalogue';
import { ar } from './ar';
import type { ConsoleMessages } from './en';
import { de } from './de';
import { en } from './en';

export const catalogue = { en, de, ar } as const satisfies Record<string, ConsoleMessages>;
export type Language = keyof typeof catalogue;
export const languages = Object.keys(catalogue) as readonly Language[];
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  ar: 'العربية',
};

const KEY = 'lethe:language';

/** What the operator chose in this tab, else what the browser asks for. */
export function presentLanguage(): Language {
  return choose([sessionStorage.getItem(KEY), ...navigator.languages], languages, 'en');
}

export function rememberLanguage(language: Language): void {
  sessionStorage.setItem(KEY, language);
}
