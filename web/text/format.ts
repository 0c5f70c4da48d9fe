const KILO = 1000;

/** Digits are those of what isn't formatted, in any language: a clock and a count look the same. */
const numberingSystem = 'latn';

/**
 * The browser's own variety of a language (en-GB for en), for the way it writes dates. For one that it
 * has no variety of, its clock at least: who reads English for want of French is told no "PM".
 */
function format(instant: string, language: string, style: Intl.DateTimeFormatOptions): string {
  const { languages } = navigator;
  const own = languages.find((tag) => tag.split('-')[0] === language);
  const { hourCycle } = new Intl.DateTimeFormat(own ?? languages[0], {
    hour: 'numeric',
  }).resolvedOptions();
  return new Intl.DateTimeFormat(own ?? language, {
    ...style,
    numberingSystem,
    hourCycle,
  }).format(new Date(instant));
}

export function clockTime(instant: string, language: string): string {
  return format(instant, language, { hour: '2-digit', minute: '2-digit' });
}

export function dateAndTime(instant: string, language: string): string {
  return format(instant, language, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** A number as it stands beside texts of the language. */
export function number(value: number, language: string, style?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(language, { ...style, numberingSystem }).format(value);
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
