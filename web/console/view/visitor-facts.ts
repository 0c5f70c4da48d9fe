import type { VisitorView } from '../../protocol/generated';

export function placeOf({ city, region, country }: VisitorView): string {
  const parts = [city, region === city ? undefined : region, country];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

export function systemOf({ browser, os }: VisitorView): string {
  return [browser, os].filter((part) => part !== undefined && part !== '').join(' · ');
}

export interface PageStay {
  readonly url: string;
  readonly title: string | undefined;
  readonly millis: number;
}

/** How long the visitor stayed on each page; on the last one, until now. */
export function pageStays({ pages }: VisitorView, now: number): readonly PageStay[] {
  return pages.map(({ url, title, at }, index) => {
    const next = pages[index + 1]?.at;
    const until = next === undefined ? now : Date.parse(next);
    return { url, title, millis: until - Date.parse(at) };
  });
}
