export type Details = Readonly<Record<string, string>>;

/** Longer than the services keep, so that it is they who cut; and bounded, so that a frame is. */
const MAX_NAME = 300;
const MAX_TEXT = 600;
const MAX_COUNT = 20;

/** What the site has passed and the visit does not know: new ones, and other ones than before. */
export function unknown(passed: Details, told: Details): Details {
  const others = Object.entries(passed).filter(([name, text]) => (told[name] ?? '') !== text);
  return Object.fromEntries(others.slice(0, MAX_COUNT));
}

/** As they are sent. */
export function clipped(details: Details): Details {
  return Object.fromEntries(
    Object.entries(details).map(([name, text]) => [
      name.slice(0, MAX_NAME),
      text.slice(0, MAX_TEXT),
    ]),
  );
}
