import { choose } from '../../text/catalogue';
import { languages, type Language } from '../messages/languages';

/** What a site says in the script tag. */
export interface LoaderSettings {
  readonly account: string;
  readonly gateway: string;
  readonly language: Language;
  /** Of the page's security policy; scripts that a script brings need it as well. */
  readonly nonce: string;
  /** `button`: the floating one. `none`: the site opens by its own element or by `Lethe.open()`. */
  readonly variant: 'button' | 'none';
  readonly theme: 'auto' | 'light' | 'dark';
  /** Whether messages that nobody looks at are told in the page's title, and by a tone. */
  readonly marksTitle: boolean;
  readonly sounds: boolean;
}

export function settingsOf(script: HTMLScriptElement): LoaderSettings | undefined {
  const { account, language, variant, theme, title, sound } = script.dataset;
  if (account === undefined || account === '') {
    return undefined;
  }
  return {
    account,
    nonce: script.nonce,
    gateway: new URL('..', script.src).href,
    language: choose(
      [language, document.documentElement.lang, ...navigator.languages],
      languages,
      'en',
    ),
    variant: variant === 'none' ? 'none' : 'button',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    marksTitle: title !== 'keep',
    sounds: sound !== 'off',
  };
}
