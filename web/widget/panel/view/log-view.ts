import type {
  Conversation,
  Outgoing,
  Uploading,
  ChatMessage,
} from '../../../conversation/conversation';
import type { FileView } from '../../../protocol/generated';
import { fill } from '../../../text/catalogue';
import { clockTime, fileSize } from '../../../text/format';
import { pieces } from '../../../text/links';
import type { PanelModel } from '../state/panel-model';
import { problemText, type ViewContext } from './context';
import { button, el, icon } from './element';

/** One row of the log; `face` changes when the row has to be drawn anew. */
interface Row {
  readonly key: string;
  readonly face: string;
  readonly draw: () => HTMLElement;
}

/**
 * The list of messages. Rows are keyed by the message's id, so that a message keeps its place on the
 * screen from "sending" to "seen", and a live region speaks it once.
 */
export class LogView {
  readonly element: HTMLElement;
  private readonly drawn = new Map<string, { face: string; element: HTMLElement }>();

  constructor(private readonly context: ViewContext) {
    this.element = el('div', {
      class: 'log',
      testid: 'chat-log',
      attrs: {
        role: 'log',
        'aria-live': 'polite',
        'aria-relevant': 'additions',
        'aria-label': context.messages.log,
        tabindex: '0',
      },
    });
  }

  update(conversation: Conversation, asked: PanelModel['asked']): void {
    const { element } = this;
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 40;
    const rows = [...this.questionOf(asked), ...this.rowsOf(conversation)];
    const keys = new Set(rows.map(({ key }) => key));
    for (const [key, row] of this.drawn) {
      if (!keys.has(key)) {
        row.element.remove();
        this.drawn.delete(key);
      }
    }
    rows.forEach((row, index) => this.place(row, index));
    if (atEnd || conversation.outgoing.length > 0) {
      element.scrollTop = element.scrollHeight;
    }
  }

  private place(row: Row, index: number): void {
    const before = this.drawn.get(row.key);
    if (before?.face !== row.face) {
      const element = row.draw();
      before?.element.replaceWith(element);
      this.drawn.set(row.key, { face: row.face, element });
    }
    const element = this.drawn.get(row.key)?.element;
    const there = this.element.children[index] ?? null;
    if (element !== undefined && element !== there) {
      this.element.insertBefore(element, there);
    }
  }

  private questionOf(asked: PanelModel['asked']): Row[] {
    if (asked === undefined) {
      return [];
    }
    const { messages, language } = this.context;
    const draw = (): HTMLElement =>
      el(
        'div',
        { class: 'line visitor', testid: 'chat-question' },
        el('span', { class: 'who spoken' }, messages.you),
        bubble(asked.text),
        el('span', { class: 'meta' }, time(asked.at, language)),
      );
    return [{ key: 'asked', face: '', draw }];
  }

  private rowsOf({ lines, outgoing, uploads, theirRead }: Conversation): Row[] {
    const lastOwn = lines.findLast(({ from }) => from === 'visitor')?.seq;
    return [
      ...lines.map((line) => {
        const status = line.seq === lastOwn ? (line.seq <= theirRead ? 'seen' : 'sent') : 'none';
        return {
          key: `${line.from}:${line.id}`,
          face: status,
          draw: () => this.drawLine(line, status),
        };
      }),
      ...outgoing.map((message) => ({
        key: `visitor:${message.id}`,
        face: message.problem ?? 'sending',
        draw: () => this.drawOutgoing(message),
      })),
      ...uploads.map((file) => ({
        key: `visitor:${file.id}`,
        face: file.problem ?? String(Math.round(file.fraction * 50)),
        draw: () => this.drawUpload(file),
      })),
    ];
  }

  private drawLine(line: ChatMessage, status: 'none' | 'sent' | 'seen'): HTMLElement {
    const { messages, language } = this.context;
    const speaker = { visitor: messages.you, operator: line.name ?? messages.operator, system: '' };
    return el(
      'div',
      {
        class: `line ${line.from}`,
        testid: 'chat-message',
        attrs: { 'data-from': line.from, 'data-seq': String(line.seq) },
      },
      el('span', { class: line.from === 'operator' ? 'who' : 'who spoken' }, speaker[line.from]),
      line.text === undefined ? undefined : bubble(line.text),
      line.file === undefined ? undefined : this.fileCard(line.file),
      el(
        'span',
        { class: 'meta' },
        time(line.at, language),
        status === 'none' ? undefined : el('span', {}, messages[status]),
      ),
    );
  }

  private drawOutgoing(message: Outgoing): HTMLElement {
    const { messages, intents } = this.context;
    const { id, text, file, problem } = message;
    const state =
      problem === undefined
        ? [messages.sending]
        : [
            el('span', { class: 'problem' }, problemText(this.context, problem)),
            button(messages.retry, () => intents.retry(id), {
              class: 'link',
              testid: 'chat-retry',
            }),
            this.discard(id, messages.discard),
          ];
    return el(
      'div',
      { class: 'line visitor pending', testid: 'chat-message-pending' },
      text === undefined ? undefined : bubble(text),
      file === undefined ? undefined : this.fileCard(file),
      el('span', { class: 'meta' }, ...state),
    );
  }

  private drawUpload({ id, name, size, fraction, problem }: Uploading): HTMLElement {
    const { messages, language, intents } = this.context;
    const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(fraction);
    const state =
      problem === undefined
        ? [
            el('progress', { attrs: { max: '1', value: String(fraction), 'aria-label': name } }),
            fill(messages.uploading, { percent }),
            this.discard(id, messages.cancel),
          ]
        : [
            el('span', { class: 'problem' }, problemText(this.context, problem)),
            button(messages.retry, () => intents.retry(id), {
              class: 'link',
              testid: 'chat-retry',
            }),
            this.discard(id, messages.discard),
          ];
    return el(
      'div',
      { class: 'line visitor pending', testid: 'chat-upload' },
      el('span', { class: 'file' }, icon('file'), fileFacts(name, size, language)),
      el('span', { class: 'meta' }, ...state),
    );
  }

  private discard(id: string, label: string): HTMLElement {
    const { intents } = this.context;
    return button(label, () => intents.withdraw(id), { class: 'link', testid: 'chat-cancel' });
  }

  private fileCard(file: FileView): HTMLElement {
    const { messages, language, intents } = this.context;
    const card = button('', () => intents.download(file), {
      class: 'file',
      testid: 'chat-download',
      attrs: { 'aria-label': fill(messages.download, { name: file.name }) },
    });
    card.append(icon('file'), fileFacts(file.name, file.size, language));
    return card;
  }
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

function fileFacts(name: string, size: number, language: string): HTMLElement {
  return el(
    'span',
    { class: 'facts' },
    el('bdi', {}, name),
    el('small', {}, fileSize(size, language)),
  );
}
