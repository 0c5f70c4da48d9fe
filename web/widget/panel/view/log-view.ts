import { entries, type Conversation } from '../../../conversation/conversation';
import { Pictures } from '../../../conversation/view/pictures';
import { fill } from '../../../text/catalogue';
import type { PanelModel } from '../state/panel-model';
import type { ChatContext } from './context';
import { button, el, setText } from '../../../design/element';
import { changed, questionRow, rowOf, type Row } from './log-rows';

/** How near to the end counts as reading the end. */
const NEAR = 40;

/**
 * The list of messages. Rows are keyed by the message's id and change in place, so that a live region
 * speaks each once. Who reads further up is left there, and told how much is new below.
 */
export class LogView {
  readonly element: HTMLElement;
  private readonly list: HTMLElement;
  private readonly pill: HTMLButtonElement;
  private readonly drawn = new Map<string, { face: string; element: HTMLElement }>();
  private readonly pictures: Pictures;
  private atEnd = true;
  private top = 0;
  private last = 0;
  /** The last message that was there when the end was last read. */
  private read = 0;

  constructor(private readonly context: ChatContext) {
    const { intents } = context;
    this.pictures = new Pictures({
      fetch: (file) => intents.fetchFile(file),
      download: (file) => intents.download(file),
    });
    this.list = el('div', {
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
    this.pill = button('', () => this.followPill(), { class: 'pill', testid: 'chat-below' });
    this.pill.hidden = true;
    this.element = el('div', { class: 'log-box' }, this.list, this.pill);
    this.list.addEventListener('scroll', () => this.scrolled());
    // Hiding the panel, or the page's taking it out for a moment, loses the place of what scrolls.
    new ResizeObserver(() => this.restore()).observe(this.list);
    this.pictures.lookIn(this.list);
  }

  /** Nothing is left of what was drawn. */
  leave(): void {
    this.pictures.release();
  }

  update(conversation: Conversation, asked: PanelModel['asked'], isOpen: boolean): void {
    const rows = [
      ...(asked === undefined ? [] : [questionRow(this.context, asked)]),
      ...entries(conversation).map((entry) => rowOf(this.context, entry, conversation)),
    ];
    const keys = new Set(rows.map(({ key }) => key));
    for (const [key, row] of this.drawn) {
      if (!keys.has(key)) {
        row.element.remove();
        this.drawn.delete(key);
      }
    }
    const wrote = rows.some(({ key, isOnItsWay }) => isOnItsWay && !this.drawn.has(key));
    rows.forEach((row, index) => this.place(row, index));
    this.pictures.keep(conversation);
    if (!isOpen) {
      // A dialog that nobody sees would keep the site's page from being used.
      this.pictures.close();
    }
    this.last = conversation.lines.at(-1)?.seq ?? 0;
    if (this.atEnd || wrote) {
      this.toEnd();
    } else {
      this.tellOfNew(conversation);
    }
    if (isOpen && this.atEnd) {
      this.context.intents.seen();
    }
  }

  private place(row: Row, index: number): void {
    const before = this.drawn.get(row.key);
    if (before?.face !== row.face) {
      const fresh = row.draw();
      const element = before === undefined ? fresh : changed(before.element, fresh);
      this.drawn.set(row.key, { face: row.face, element });
    }
    const element = this.drawn.get(row.key)?.element;
    const there = this.list.children[index] ?? null;
    if (element !== undefined && element !== there) {
      this.list.insertBefore(element, there);
    }
    const picture = row.picture && element?.querySelector<HTMLElement>('.picture');
    if (picture) {
      this.pictures.show(picture, row.picture, this.context.files);
    }
  }

  private tellOfNew({ lines }: Conversation): void {
    const count = lines.filter(({ seq, from }) => seq > this.read && from !== 'visitor').length;
    this.pill.hidden = count === 0;
    setText(this.pill, fill(this.context.messages.newBelow, { count }));
  }

  private scrolled(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.list;
    this.top = scrollTop;
    this.atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.atEnd) {
      this.read = this.last;
      this.pill.hidden = true;
      this.context.intents.seen();
    }
  }

  private restore(): void {
    this.list.scrollTop = this.atEnd ? this.list.scrollHeight : this.top;
  }

  /** The pill goes away, and the focus must not go with it. */
  private followPill(): void {
    this.list.focus();
    this.toEnd();
  }

  private toEnd(): void {
    this.atEnd = true;
    this.read = this.last;
    this.pill.hidden = true;
    this.list.scrollTop = this.list.scrollHeight;
  }
}
