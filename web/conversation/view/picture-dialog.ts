import { button, el, setText } from '../../design/element';
import { endIcon } from '../../design/icons';
import type { FileId, FileView } from '../../protocol/generated';
import { fileSize } from '../../text/format';
import { draw, wipe } from '../pixels';
import type { FileTexts } from './file-texts';
import type { PicturePorts } from './pictures';

/** One picture as large as there is room, fetched for as long as it is looked at. */
export class PictureDialog {
  readonly element: HTMLDialogElement;
  readonly file: FileId;
  private readonly canvas: HTMLCanvasElement;
  private readonly status = el('p', { attrs: { role: 'status' } });
  private isOpen = true;

  constructor(
    private readonly view: FileView,
    private readonly texts: FileTexts,
    private readonly ports: PicturePorts,
    private readonly onClosed: () => void,
  ) {
    const { messages, language } = texts;
    this.file = view.file;
    this.canvas = el('canvas', { attrs: { role: 'img', 'aria-label': view.name } });
    this.element = el(
      'dialog',
      { class: 'picture-dialog', testid: 'picture-dialog', attrs: { 'aria-label': view.name } },
      el(
        'div',
        { class: 'picture-head' },
        el('bdi', {}, view.name),
        el('small', {}, fileSize(view.size, language)),
        button(messages.download, () => ports.download(view), {
          class: 'plain',
          testid: 'picture-download',
        }),
        button(messages.closePicture, () => this.close(), {
          class: 'tool',
          icon: endIcon,
          testid: 'picture-close',
        }),
      ),
      el('div', { class: 'picture-stage' }, this.canvas, this.status),
    );
    // The browser closes it by Escape; what lies around it would close something, too.
    this.element.addEventListener('keydown', (event) => event.stopPropagation());
    this.element.addEventListener('close', () => this.leave());
    this.element.addEventListener('click', ({ target }) => {
      if (target === this.element) {
        this.close();
      }
    });
  }

  show(): void {
    this.element.showModal();
    void this.load();
  }

  close(): void {
    this.element.close();
    // The event comes later, and the pixels have to go now.
    this.leave();
  }

  private async load(): Promise<void> {
    const { messages, problem } = this.texts;
    setText(this.status, messages.loading);
    const result = await this.ports.fetch(this.view);
    const room = { width: innerWidth * devicePixelRatio, height: innerHeight * devicePixelRatio };
    const isDrawn =
      result.ok && this.isOpen && (await draw(result.value, this.canvas, room, () => this.isOpen));
    setText(this.status, isDrawn ? '' : problem(result.ok ? 'internal' : result.code));
  }

  private leave(): void {
    if (this.isOpen) {
      this.isOpen = false;
      wipe(this.canvas);
      this.element.remove();
      this.onClosed();
    }
  }
}
