const KILO = 1000;

/** Digits are those of what isn't formatted, in any language: a clock and a count look the same. */
const DIGITS = { numberingSystem: 'latn' };

/**
 * The browser's own variety of a language (en-GB for en), for the way it writes dates. For one that it
 * has no variety of, its clock at least: who reads English for want of French is told no "PM".
 */
function localeOf(language: string): Intl.Locale {
  const own = navigator.languages.find((tag) => tag.split('-')[0] === language);
  return new Intl.Locale(own ?? language, { ...DIGITS, ...(own === undefined ? ownClock() : {}) });
}

function ownClock(): Intl.LocaleOptions {
  const clock = new Intl.DateTimeFormat(navigator.language, { hour: 'numeric' });
  const { hourCycle } = clock.resolvedOptions();
  return hourCycle === undefined ? {} : { hourCycle };
}

/** A number as it stands beside texts of the language. */
export function number(value: number, language: string, style?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(new Intl.Locale(language, DIGITS), style).format(value);
}

export function clockTime(instant: string, language: string): string {
  const date = new Date(instant);
  return new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit' }).format(
    date,
  );
}

export function dateAndTime(instant: string, language: string): string {
  const style = { dateStyle: 'medium', timeStyle: 'medium' } as const;
  return new Intl.DateTimeFormat(localeOf(language), style).format(new Date(instant));
}

export function fileSize(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  return number(bytes / KILO ** power, language, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  });
}

/** A span such as `2:05` or `1:02:05`. */
export function duration(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? part : String(part).padStart(2, '0'))).join(':');
}

/** A duration of ISO 8601 as people say it, in whole hours if it is one: `24 hours`, `90 minutes`. */
export function span(iso: string, language: string): string {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(iso) ?? [];
  const all = Number(hours) * 60 + Number(minutes) + Math.ceil(Number(seconds) / 60);
  const [value, unit] = all % 60 === 0 ? [all / 60, 'hour'] : [all, 'minute'];
  return number(value, language, { style: 'unit', unit, unitDisplay: 'long' });
}
