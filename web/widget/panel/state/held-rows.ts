import type { Held, HeldChat, HeldLetter, HeldVisit } from '../../../protocol/generated';

/** The label of a row: a text of the catalogue, or a name that the site gave. */
export type Label =
  | { readonly text: RowText }
  | { readonly given: string }
  /** Its values are counted by their label. */
  | { readonly pages: number };
export type RowText =
  | 'referrer'
  | 'place'
  | 'network'
  | 'device'
  | 'address'
  | 'host'
  | 'agreed'
  | 'name'
  | 'email'
  | 'question'
  | 'messages'
  | 'files'
  | 'answers'
  | 'recipient'
  | 'reference';

export interface Row {
  readonly label: Label;
  readonly values: readonly string[];
  /** When each value came, where that is held. */
  readonly times?: readonly string[];
}

/** One thing that is held, with what is in it. */
export interface Section {
  readonly kind: 'visit' | 'chat' | 'transcript' | 'offlineMessage' | 'letter';
  readonly since?: string;
  readonly rows: readonly Row[];
  readonly isDamaged: boolean;
}

/** The answer in an order for people. What is of another form than is known here is left to the saved file. */
export function sectionsOf({ visits, chats, letters }: Held): readonly Section[] {
  return [...visits.map(visitOf), ...chats.map(chatOf), ...letters.map(letterOf)];
}

function visitOf(visit: HeldVisit): Section {
  const { content } = visit;
  const location = at(content, 'location');
  const client = at(content, 'client');
  const details = Object.entries(at(content, 'details') ?? {});
  return section('visit', visit, [
    pagesOf(listOf(at(content, 'trail', 'pages'))),
    row('referrer', texts(content, 'referrer')),
    row('place', joined(location, 'zip', 'city', 'region', 'country')),
    row('network', texts(location, 'network')),
    row('device', joined(client, 'browser', 'os', 'device')),
    ...addressOf(visit.address),
    ...details.map(([given, value]) => ({ label: { given }, values: [String(value)] })),
    consentOf(content),
  ]);
}

function chatOf(chat: HeldChat): Section {
  const { form, messages, files } = chat;
  const written = messages.filter(({ content }) => at(content, 'file') === undefined);
  return section('chat', chat, [
    row('name', texts(form, 'name')),
    row('email', texts(form, 'email')),
    row('question', texts(form, 'question')),
    {
      ...row(
        'messages',
        written.map(({ content }) => joined(content, 'name', 'text').join()),
      ),
      times: written.map((each) => each.at),
    },
    row(
      'files',
      files.flatMap(({ content }) => texts(content, 'name')),
    ),
    row('answers', typeof chat.operatorName === 'string' ? [chat.operatorName] : []),
    ...addressOf(chat.address),
    consentOf(form),
  ]);
}

function letterOf(letter: HeldLetter): Section {
  const { kind, content } = letter;
  const lines = listOf(at(content, 'lines'));
  const named =
    kind === 'transcript' ? kind : kind === 'offline-message' ? 'offlineMessage' : 'letter';
  return section(named, letter, [
    row('recipient', texts(content, 'recipient')),
    row('name', [...texts(content, 'visitorName'), ...texts(content, 'name')]),
    row('email', [...texts(content, 'visitorEmail'), ...texts(content, 'email')]),
    row('question', texts(content, 'question')),
    row('messages', [
      ...texts(content, 'message'),
      ...lines
        .filter((line) => at(line, 'file') === undefined)
        .flatMap((line) => joined(line, 'name', 'text')),
    ]),
    row(
      'files',
      lines
        .filter((line) => at(line, 'file') !== undefined)
        .flatMap((line) => joined(line, 'name', 'file')),
    ),
    row('reference', texts(content, 'reference')),
    ...addressOf(letter.address),
  ]);
}

function section(
  kind: Section['kind'],
  { since, damaged }: Pick<HeldVisit, 'since' | 'damaged'>,
  rows: readonly Row[],
): Section {
  return {
    kind,
    ...(since === undefined ? {} : { since }),
    rows: rows.filter(({ values }) => values.length > 0),
    isDamaged: damaged.length > 0,
  };
}

function pagesOf(pages: readonly unknown[]): Row {
  return {
    label: { pages: pages.length },
    values: pages.map((page) => joined(page, 'title', 'url').join()),
    times: pages.map((page) => texts(page, 'at').join()),
  };
}

function addressOf(address: unknown): readonly Row[] {
  return [row('address', texts(address, 'address')), row('host', texts(address, 'host'))];
}

function consentOf(holder: unknown): Row {
  const agreed = row('agreed', texts(holder, 'consent', 'text'));
  return { ...agreed, times: texts(holder, 'consent', 'at') };
}

function row(text: RowText, values: readonly string[]): Row {
  return { label: { text }, values };
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (within, name) =>
      typeof within === 'object' && within !== null
        ? (within as Readonly<Record<string, unknown>>)[name]
        : undefined,
    value,
  );
}

/** The text there, if there is one. */
function texts(value: unknown, ...path: readonly string[]): readonly string[] {
  const found = at(value, ...path);
  return typeof found === 'string' && found !== '' ? [found] : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** Several texts in one line. */
function joined(value: unknown, ...names: readonly string[]): readonly string[] {
  const all = names.flatMap((name) => texts(value, name));
  return all.length === 0 ? [] : [all.join(' · ')];
}
