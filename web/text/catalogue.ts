import type { FailureCode } from '../protocol/errors';
import { number } from './format';

/** Letters of the scripts that run from right to left. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Fills `{name}` places of a message; a name that runs the other way turns nothing beside it. */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return typeof value === 'string' && RIGHT_TO_LEFT.test(message + value)
      ? `\u2068${value}\u2069`
      : String(value ?? place);
  });
}

/** Messages that depend on a number, by CLDR category; `other` is always there. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

export function plural(forms: Plural, count: number, language: string): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return fill(form, { count: number(count, language) });
}

/** What a failure is called; those without a text of their own share one. */
export type Problems = Readonly<Partial<Record<FailureCode, string>> & { other: string }>;

/** The texts of another language: the same ones, with plurals in that language's forms. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string | undefined
    ? string
    : T[K] extends { one: string }
      ? Plural
      : Translated<T[K]>;
};

/** The first of the wanted languages that there is a catalogue for. */
export function choose<L extends string>(
  wanted: readonly (string | null | undefined)[],
  there: readonly L[],
  otherwise: L,
): L {
  for (const tag of wanted) {
    const language = tag?.toLowerCase().split('-')[0];
    const match = there.find((each) => each === language);
    if (match !== undefined) {
      return match;
    }
  }
  return otherwise;
}

export function direction(language: string): 'ltr' | 'rtl' {
  return ['ar', 'fa', 'he', 'ur'].includes(language) ? 'rtl' : 'ltr';
}
