import type { LetheApi, Passed } from '../host';

/** Longer than the services keep, so that it is they who cut; and bounded, so that a frame is. */
const MAX_NAME = 300;
const MAX_TEXT = 600;
const MAX_COUNT = 50;
/** With those that were taken away. */
const MAX_NAMES = 100;
/** `VisitDocument.MAX_DETAILS` of the services, which take the first so many. */
const TAKEN = 20;

/**
 * Takes what the site passes of its visitor, and gives what of it is new. One without a text is taken away:
 * from a visit, too, that knows it from another page.
 */
export function passOn(
  passed: Passed,
  given: Parameters<LetheApi['details']>[0],
): Passed['details'] {
  const { details } = passed;
  const news: Passed['details'] = {};
  for (const [long, value] of Object.entries(given)) {
    const name = long.slice(0, MAX_NAME);
    const text = String(value ?? '').slice(0, MAX_TEXT);
    const known = Object.hasOwn(details, name);
    const fits = known || hasRoom(Object.values(details));
    if (fits && (known ? details[name] : undefined) !== text) {
      details[name] = news[name] = text;
    }
  }
  if (Object.keys(news).length > 0 && count(Object.values(details)) > TAKEN) {
    // For whoever builds the site. It names none of them.
    // eslint-disable-next-line no-console
    console.warn(`Lethe: operators see the first ${TAKEN} details of a visit, and no more.`);
  }
  return news;
}

function hasRoom(texts: readonly string[]): boolean {
  return texts.length < MAX_NAMES && count(texts) < MAX_COUNT;
}

function count(texts: readonly string[]): number {
  return texts.filter((text) => text !== '').length;
}
