import {
  mayTryAgain,
  type ChatMessage,
  type Conversation,
  type Entry,
  type Outgoing,
} from '../../../conversation/conversation';
import { isPicture } from '../../../conversation/view/pictures';
import type { FailureCode } from '../../../protocol/errors';
import type { FileView } from '../../../protocol/generated';
import { clockTime, fileSize } from '../../../text/format';
import { pieces } from '../../../text/links';
import type { PanelModel } from '../state/panel-model';
import { problemText, type ChatContext } from './context';
import { button, el, icon } from '../../../design/element';
import { fileIcon } from '../../../design/icons';

/** One row of the log; `face` changes when the row has to be drawn anew. */
export interface Row {
  readonly key: string;
  readonly face: string;
  /** Written here and not yet taken. */
  readonly isOnItsWay: boolean;
  /** A picture, if it is one that is shown. */
  readonly picture?: FileView;
  readonly draw: () => HTMLElement;
}

export function rowOf(context: ChatContext, entry: Entry, { lines, theirRead }: Conversation): Row {
  switch (entry.kind) {
    case 'line': {
      const { line } = entry;
      const lastOwn = lines.findLast(({ from }) => from === 'visitor')?.seq;
      const status = line.seq === lastOwn ? (line.seq <= theirRead ? 'seen' : 'sent') : 'none';
      const draw = (): HTMLElement => lineRow(context, line, status);
      return {
        key: `${line.from}:${line.id}`,
        face: status,
        isOnItsWay: false,
        ...pictureOf(line),
        draw,
      };
    }
    case 'outgoing': {
      const { message } = entry;
      const draw = (): HTMLElement => outgoingRow(context, message);
      const face = message.problem ?? 'sending';
      return { key: `visitor:${message.id}`, face, isOnItsWay: true, ...pictureOf(message), draw };
    }
  }
}

/** The question of the form: the first thing that the visitor said. */
export function questionRow(
  context: ChatContext,
  { text, at }: NonNullable<PanelModel['asked']>,
): Row {
  const draw = (): HTMLElement =>
    el(
      'div',
      { class: 'line visitor', testid: 'chat-question' },
      who(context, 'visitor'),
      bubble(text),
      meta(time(at, context.language)),
    );
  return { key: 'asked', face: '', isOnItsWay: false, draw };
}

/**
 * The row as it is now. What was said stays the same element, so that it is not spoken again; only
 * what is said of it is exchanged.
 */
export function changed(before: HTMLElement, fresh: HTMLElement): HTMLElement {
  const [old, now] = [[...before.children], [...fresh.children]];
  const isSame =
    old.length === now.length &&
    // What is drawn of a picture lies in the place for it, and stays there.
    old
      .slice(0, -1)
      .every((child, index) => isPlace(child) || child.isEqualNode(now[index] ?? null));
  if (!isSame) {
    before.replaceWith(fresh);
    return fresh;
  }
  [...fresh.attributes].forEach(({ name, value }) => before.setAttribute(name, value));
  before.lastElementChild?.replaceWith(fresh.lastElementChild ?? '');
  return before;
}

function lineRow(
  context: ChatContext,
  line: ChatMessage,
  status: 'none' | 'sent' | 'seen',
): HTMLElement {
  const { messages, language } = context;
  return el(
    'div',
    {
      class: `line ${line.from}`,
      testid: 'chat-message',
      attrs: { 'data-from': line.from, 'data-seq': String(line.seq) },
    },
    who(context, line.from, line.name),
    line.text === undefined ? undefined : bubble(line.text),
    ...fileParts(context, line.file),
    meta(time(line.at, language), status === 'none' ? undefined : el('span', {}, messages[status])),
  );
}

function outgoingRow(context: ChatContext, { id, text, file, problem }: Outgoing): HTMLElement {
  return el(
    'div',
    { class: 'line visitor pending', testid: 'chat-message-pending' },
    who(context, 'visitor'),
    text === undefined ? undefined : bubble(text),
    ...fileParts(context, file),
    problem === undefined ? meta(context.messages.sending) : meta(...failure(context, id, problem)),
  );
}

/** What went wrong, and what can be done: nothing but letting go, where trying again is in vain. */
function failure(context: ChatContext, id: string, problem: FailureCode): HTMLElement[] {
  const { messages, intents } = context;
  const again = button(messages.retry, () => intents.retry(id), {
    class: 'link',
    testid: 'chat-retry',
  });
  return [
    el('span', { class: 'problem', attrs: { role: 'alert' } }, problemText(context, problem)),
    ...(mayTryAgain(problem) ? [again] : []),
    button(messages.discard, () => intents.withdraw(id), { class: 'link', testid: 'chat-cancel' }),
  ];
}

function who({ messages }: ChatContext, from: ChatMessage['from'], name?: string): HTMLElement {
  const speaker = { visitor: messages.you, operator: name ?? messages.operator, system: '' };
  return el('span', { class: from === 'operator' ? 'who' : 'who spoken' }, speaker[from]);
}

/** What is said of a row; changes of it are seen and not spoken. */
function meta(...children: readonly (Node | string | undefined)[]): HTMLElement {
  return el('span', { class: 'meta', attrs: { 'aria-live': 'off' } }, ...children);
}

function bubble(text: string): HTMLElement {
  const parts = pieces(text).map(({ text: part, href }) =>
    href === undefined
      ? part
      : el('a', { attrs: { href, target: '_blank', rel: 'noopener noreferrer nofollow' } }, part),
  );
  return el('p', { class: 'text', attrs: { dir: 'auto' } }, ...parts);
}

function time(at: string, language: string): HTMLElement {
  return el('time', { attrs: { datetime: at } }, clockTime(at, language));
}

/** The place of a picture, and below it the card with which any file is downloaded. */
function fileParts(context: ChatContext, file: FileView | undefined): readonly HTMLElement[] {
  if (file === undefined) {
    return [];
  }
  const card = fileCard(context, file);
  return isPicture(file) ? [el('div', { class: PLACE }), card] : [card];
}

const PLACE = 'picture';

function isPlace({ className }: Element): boolean {
  return className === PLACE;
}

function pictureOf({ file }: ChatMessage | Outgoing): Pick<Row, 'picture'> {
  return file !== undefined && isPicture(file) ? { picture: file } : {};
}

/** Its name begins with what is seen, so that speech input finds it. */
function fileCard({ messages, language, intents }: ChatContext, file: FileView): HTMLElement {
  const size = fileSize(file.size, language);
  const card = button('', () => intents.download(file), {
    class: 'file',
    testid: 'chat-download',
    attrs: { 'aria-label': `${file.name} ${size}, ${messages.download}` },
  });
  const facts = el(
    'span',
    { class: 'facts' },
    el('bdi', {}, file.name),
    ' ',
    el('small', {}, size),
  );
  card.append(icon(fileIcon), facts);
  return card;
}
