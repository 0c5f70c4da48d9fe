import { button, el, icon, setText } from '../../design/element';
import { endIcon, fileIcon } from '../../design/icons';
import type { FailureCode } from '../../protocol/errors';
import type { ClientMessageId } from '../../protocol/generated';
import { fill } from '../../text/catalogue';
import { fileSize } from '../../text/format';
import { mayTryAgain } from '../conversation';
import { PICTURE_TYPES } from '../picture-head';
import { draw, wipe } from '../pixels';
import { isChosen, MOST_BYTES, type TrayFile } from '../tray';
import type { FileTexts } from './file-texts';

/** Sharp on screens with three pixels to a point. */
const PREVIEW = { width: 144, height: 144 };

export interface TrayIntents {
  retry(id: ClientMessageId): void;
  withdraw(id: ClientMessageId): void;
  /** Gives the focus back to where the message is written. */
  back(): void;
}

/** The files beside what is being written: a look at each, what is wrong with it, and how far it is. */
export class TrayView {
  readonly element: HTMLElement;
  private readonly list = el('ul', { attrs: { role: 'list' } });
  private readonly note = el('p', { class: 'note', attrs: { role: 'status' } });
  private readonly spoken = el('p', { class: 'spoken', attrs: { role: 'status' } });
  private readonly rows = new Map<ClientMessageId, TrayRow>();

  constructor(
    private readonly texts: FileTexts,
    private readonly intents: TrayIntents,
  ) {
    this.element = el(
      'div',
      {
        class: 'tray',
        testid: 'chat-tray',
        attrs: { role: 'group', 'aria-label': texts.messages.tray },
      },
      this.list,
      this.note,
      this.spoken,
    );
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        intents.back();
      }
    });
    this.update([]);
  }

  /** `note`: what is to be said of all of them. */
  update(tray: readonly TrayFile[], note?: FailureCode): void {
    const there = new Set(tray.map(({ id }) => id));
    for (const [id, row] of this.rows) {
      if (!there.has(id)) {
        const hadFocus = row.element.matches(':focus-within');
        row.leave();
        this.rows.delete(id);
        if (hadFocus) {
          this.intents.back();
        }
      }
    }
    const added = tray.filter(({ id }) => !this.rows.has(id));
    added.forEach((file) => {
      const row = new TrayRow(file, this.texts, this.intents, (text) => this.say(text));
      this.rows.set(file.id, row);
      this.list.append(row.element);
    });
    tray.forEach((file) => this.rows.get(file.id)?.update(file));
    const names = added.filter(isChosen).map(({ file }) => file.name);
    if (names.length > 0) {
      this.say(fill(this.texts.messages.notSent, { names: names.join(', ') }));
    }
    setText(this.note, note === undefined ? '' : this.texts.problem(note));
    this.element.classList.toggle('empty', tray.length === 0 && note === undefined);
    if (added.length > 0) {
      this.element.scrollTop = this.element.scrollHeight;
    }
  }

  private say(text: string): void {
    setText(this.spoken, text);
  }
}

/** One file; its element stays, so that what has the focus keeps it. */
class TrayRow {
  readonly element: HTMLElement;
  private readonly preview = el('canvas', { attrs: { 'aria-hidden': 'true' } });
  private readonly bar: HTMLProgressElement;
  private readonly problem = el('span', { class: 'problem', attrs: { role: 'alert' } });
  private readonly again: HTMLButtonElement;
  private readonly sayProblem: (code: FailureCode | undefined) => void;
  private isThere = true;

  constructor(
    { id, file }: TrayFile,
    { messages, language, problem }: FileTexts,
    intents: TrayIntents,
    say: (text: string) => void,
  ) {
    const { name } = file;
    this.sayProblem = (code) => setText(this.problem, code === undefined ? '' : problem(code));
    this.bar = el('progress', { attrs: { max: '1', 'aria-label': name } });
    this.again = button(
      messages.retry,
      () => {
        intents.retry(id);
        intents.back();
      },
      {
        class: 'link',
        testid: 'tray-retry',
        attrs: { 'aria-label': `${messages.retry}: ${name}` },
      },
    );
    const remove = button(
      fill(messages.remove, { name }),
      () => {
        intents.withdraw(id);
        say(fill(messages.removed, { name }));
        intents.back();
      },
      { class: 'tool', icon: endIcon, testid: 'tray-remove' },
    );
    this.element = el(
      'li',
      { testid: 'tray-file' },
      el('span', { class: 'look' }, icon(fileIcon), this.preview),
      el(
        'span',
        { class: 'tray-facts' },
        el('bdi', {}, name),
        ' ',
        el('small', {}, fileSize(file.size, language)),
        this.bar,
        this.problem,
        this.again,
      ),
      remove,
    );
    void this.look(file);
  }

  update({ fraction, problem }: TrayFile): void {
    const isFailed = problem !== undefined;
    this.element.dataset['state'] = isFailed
      ? 'failed'
      : fraction === undefined
        ? 'chosen'
        : 'coming';
    this.bar.hidden = fraction === undefined;
    this.bar.value = fraction ?? 0;
    this.sayProblem(problem);
    this.again.hidden = !isFailed || !mayTryAgain(problem);
  }

  leave(): void {
    this.isThere = false;
    wipe(this.preview);
    this.element.remove();
  }

  private async look(file: File): Promise<void> {
    const isPicture = (PICTURE_TYPES as readonly string[]).includes(file.type);
    if (isPicture && file.size <= MOST_BYTES) {
      const isDrawn = await draw(file, this.preview, PREVIEW, () => this.isThere).catch(
        () => false,
      );
      this.element.classList.toggle('drawn', isDrawn);
    }
  }
}
