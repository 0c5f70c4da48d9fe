import type { AccountSettings } from '../../protocol/generated';

/** The lists of the settings that a person writes, each by its name. */
export type ListName = 'recipients' | 'offlineRecipients' | 'hiddenParameters' | 'origins';

/** What mail servers of the world can be found by; the service knows the rest. */
const ADDRESS = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** The name of a parameter as it stands in an address. */
const PARAMETER = /^[^\s&;#=]{1,64}$/;

/** The first wrong line of each list, in the order in which the lists stand on the page. */
export function wrongLines(settings: AccountSettings): ReadonlyMap<ListName, string> {
  const { transcripts, offline, hiddenParameters = [], allowedOrigins = [] } = settings;
  const found = [
    ['recipients', (transcripts?.recipients ?? []).find((line) => !isAddress(line))],
    ['offlineRecipients', (offline?.recipients ?? []).find((line) => !isAddress(line))],
    ['hiddenParameters', hiddenParameters.find((line) => !PARAMETER.test(line))],
    ['origins', allowedOrigins.find((line) => !isOrigin(line))],
  ] as const;
  return new Map(found.flatMap(([name, wrong]) => (wrong === undefined ? [] : [[name, wrong]])));
}

function isAddress(line: string): boolean {
  return ADDRESS.test(line);
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
