import { button, el, icon } from '../../design/element';
import { fileIcon } from '../../design/icons';
import type { FileId, FileView } from '../../protocol/generated';
import { fill } from '../../text/catalogue';
import type { Result } from '../../transport/http';
import type { Conversation } from '../conversation';
import { PICTURE_TYPES } from '../picture-head';
import { draw, wipe } from '../pixels';
import type { FileTexts } from './file-texts';
import { PictureDialog } from './picture-dialog';

/** Larger ones are downloaded only: nobody asked for so many bytes. */
const MOST_BYTES = 8_000_000;
const AT_ONCE = 2;
/** After that time one that did not come is tried again, if it is still near. */
const AGAIN_MILLIS = 10_000;
/** How far from what is on the screen a picture is fetched. */
const NEAR = '300px 0px';
/** As the style sheet reserves it, sharp on screens with two pixels to a point. */
const THUMBNAIL = { width: 480, height: 360 };

export interface PicturePorts {
  readonly fetch: (file: FileView) => Promise<Result<Blob>>;
  readonly download: (file: FileView) => void;
}

/** Whether a file is shown; by the type that the relay found in its bytes, never by its name. */
export function isPicture({ mediaType, size }: FileView): boolean {
  return (PICTURE_TYPES as readonly string[]).includes(mediaType) && size <= MOST_BYTES;
}

interface Thumbnail {
  readonly file: FileView;
  readonly button: HTMLButtonElement;
  readonly canvas: HTMLCanvasElement;
  state: 'far' | 'near' | 'coming' | 'there' | 'none';
}

/**
 * The pictures of one chat. Each is fetched when it is scrolled near, into memory, and drawn small;
 * what stays of it are the pixels of that drawing, until the chat lets go of the file.
 */
export class Pictures {
  private readonly all = new Map<FileId, Thumbnail>();
  private readonly byButton = new WeakMap<Element, Thumbnail>();
  private root: Element | undefined;
  private observer: IntersectionObserver | undefined;
  private fetching = 0;
  private dialog: PictureDialog | undefined;

  constructor(private readonly ports: PicturePorts) {}

  /** What scrolls, in which pictures come near; until the function that it gives is called. */
  lookIn(root: Element): () => void {
    const observer = new IntersectionObserver((entries) => this.seen(entries), {
      root,
      rootMargin: NEAR,
    });
    this.all.forEach((thumbnail) => observer.observe(thumbnail.button));
    this.root = root;
    this.observer = observer;
    return () => {
      observer.disconnect();
      this.close();
    };
  }

  /** The one that is open: what it lies in is shown no more. */
  close(): void {
    this.dialog?.close();
  }

  /** Puts a file's picture into an element of the log, which is the one that shows it from then on. */
  show(place: HTMLElement, file: FileView, texts: FileTexts): void {
    const thumbnail = this.all.get(file.file) ?? this.add(file);
    const { button: shown, state } = thumbnail;
    shown.setAttribute('aria-label', fill(texts.messages.enlarge, { name: file.name }));
    shown.onclick = () => this.open(thumbnail, texts);
    place.hidden = state === 'none';
    if (shown.parentElement !== place) {
      place.append(shown);
    }
  }

  /** Lets go of pictures whose messages are gone. */
  keep({ lines, outgoing }: Conversation): void {
    const there = new Set([...lines, ...outgoing].map(({ file }) => file?.file));
    [...this.all.values()].filter(({ file }) => !there.has(file.file)).forEach(this.drop);
  }

  /** Lets go of all of them: the chat is over, or is shown no more. */
  release(): void {
    this.close();
    [...this.all.values()].forEach(this.drop);
  }

  private readonly drop = ({ file, button: shown, canvas }: Thumbnail): void => {
    this.all.delete(file.file);
    this.observer?.unobserve(shown);
    if (this.dialog?.file === file.file) {
      this.dialog.close();
    }
    wipe(canvas);
    shown.remove();
  };

  private add(file: FileView): Thumbnail {
    const canvas = el('canvas', { attrs: { 'aria-hidden': 'true' } });
    const shown = button('', () => undefined, { class: 'thumbnail', testid: 'chat-picture' });
    shown.append(icon(fileIcon), canvas);
    const thumbnail: Thumbnail = { file, button: shown, canvas, state: 'far' };
    this.all.set(file.file, thumbnail);
    this.byButton.set(shown, thumbnail);
    this.watch(thumbnail);
    return thumbnail;
  }

  /** Whoever is watched anew is told of at once, if it is near. */
  private watch(thumbnail: Thumbnail): void {
    const { button: shown } = thumbnail;
    if (this.isWanted(thumbnail)) {
      this.observer?.unobserve(shown);
      this.observer?.observe(shown);
    }
  }

  private seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const thumbnail = this.byButton.get(target);
      if (thumbnail?.state === 'far' || thumbnail?.state === 'near') {
        thumbnail.state = isIntersecting ? 'near' : 'far';
      }
    }
    this.fetchNext();
  }

  /** The newest first: that is where people look. */
  private fetchNext(): void {
    const next = [...this.all.values()].findLast(({ state }) => state === 'near');
    if (next !== undefined && this.fetching < AT_ONCE) {
      this.fetching += 1;
      next.state = 'coming';
      void this.fetch(next).then((state) => {
        this.fetching -= 1;
        this.turn(next, state);
        this.fetchNext();
      });
      this.fetchNext();
    }
  }

  /** Not one of the same file that was let go of before: nobody would wipe what is drawn there. */
  private isWanted(thumbnail: Thumbnail): boolean {
    return this.all.get(thumbnail.file.file) === thumbnail;
  }

  private async fetch(thumbnail: Thumbnail): Promise<Thumbnail['state']> {
    const { file, canvas } = thumbnail;
    const result = await this.ports.fetch(file);
    const isWanted = (): boolean => this.isWanted(thumbnail);
    if (!result.ok) {
      return result.retryable ? 'far' : 'none';
    }
    if (!isWanted()) {
      return 'none';
    }
    return (await draw(result.value, canvas, THUMBNAIL, isWanted)) ? 'there' : 'none';
  }

  private turn(thumbnail: Thumbnail, state: Thumbnail['state']): void {
    thumbnail.state = state;
    thumbnail.button.dataset['state'] = state;
    const place = thumbnail.button.parentElement;
    if (place !== null && state === 'none') {
      place.hidden = true;
    } else if (state === 'far') {
      setTimeout(() => this.watch(thumbnail), AGAIN_MILLIS);
    }
  }

  private open({ file, button: opener }: Thumbnail, texts: FileTexts): void {
    this.close();
    const dialog = new PictureDialog(file, texts, this.ports, () => {
      this.dialog = undefined;
      opener.focus();
    });
    this.dialog = dialog;
    // Not in the log, which speaks whatever is put into it.
    this.root?.after(dialog.element);
    dialog.show();
  }
}
