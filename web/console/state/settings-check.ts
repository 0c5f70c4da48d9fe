import type { AccountSettings } from '../../protocol/generated';

/** The lists of the settings that a person writes, each by its name. */
export type ListName =
  'recipients' | 'offlineRecipients' | 'hiddenParameters' | 'identifiers' | 'origins';

/** What mail servers of the world can be found by; the service knows the rest. */
const ADDRESS = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** The name of a parameter as it stands in an address. */
const PARAMETER = /^[^\s&;#=]{1,64}$/;

/** How long a detail's name is at most, in UTF-16 units, as the service counts them. */
const LONGEST_DETAIL = 64;

/** What is taken out of a detail's name: what breaks a line, turns text, or is half a letter. */
const NOT_IN_DETAIL = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** What can be seen; a name without any of it is none. */
const SEEN = /[^\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\uFFFC]/u;

/** The first wrong line of each list, in the order in which the lists stand on the page. */
export function wrongLines(settings: AccountSettings): ReadonlyMap<ListName, string> {
  const { transcripts, offline } = settings;
  const { hiddenParameters = [], identifiers = [], allowedOrigins = [] } = settings;
  const found = [
    ['recipients', (transcripts?.recipients ?? []).find((line) => !isAddress(line))],
    ['offlineRecipients', (offline?.recipients ?? []).find((line) => !isAddress(line))],
    ['hiddenParameters', hiddenParameters.find((line) => !PARAMETER.test(line))],
    ['identifiers', identifiers.find((line) => !isDetailName(line))],
    ['origins', allowedOrigins.find((line) => !isOrigin(line))],
  ] as const;
  return new Map(found.flatMap(([name, wrong]) => (wrong === undefined ? [] : [[name, wrong]])));
}

function isAddress(line: string): boolean {
  return ADDRESS.test(line);
}

/** A name as details have it once they are taken in: no detail is ever called anything else. */
function isDetailName(line: string): boolean {
  return line.length <= LONGEST_DETAIL && !NOT_IN_DETAIL.test(line) && SEEN.test(line);
}

/** As browsers name the site of a page; it is compared exactly. */
function isOrigin(line: string): boolean {
  try {
    const { origin, protocol } = new URL(line);
    return origin === line && (protocol === 'https:' || protocol === 'http:');
  } catch {
    return false;
  }
}
