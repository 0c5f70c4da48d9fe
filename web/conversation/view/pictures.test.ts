// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileView } from '../../protocol/generated';
import type { Result } from '../../transport/http';
import { emptyConversation, sending } from '../conversation';
import { endOfTalk, talk } from '../messages/en';
import type { FileTexts } from './file-texts';
import { isPicture, Pictures } from './pictures';

const texts: FileTexts = {
  messages: { ...endOfTalk, ...talk },
  language: 'en',
  problem: (code) => code,
};
const png = Uint8Array.from(
  '89504e470d0a1a0a0000000d49484452000003200000025808'.match(/../g) ?? [],
  (byte) => parseInt(byte, 16),
);
const view = (id: string): FileView => ({
  file: id,
  name: `${id}.png`,
  mediaType: 'image/png',
  size: png.length,
});

class FakeObserver {
  static last: FakeObserver | undefined;
  readonly watched = new Set<Element>();
  constructor(private readonly tell: IntersectionObserverCallback) {
    FakeObserver.last = this;
  }
  observe(element: Element): void {
    this.watched.add(element);
  }
  unobserve(element: Element): void {
    this.watched.delete(element);
  }
  disconnect(): void {
    this.watched.clear();
  }
  scroll(near: readonly Element[], isIntersecting = true): void {
    const entries = near.map((target) => ({ target, isIntersecting }));
    this.tell(entries as IntersectionObserverEntry[], this as unknown as IntersectionObserver);
  }
}

let answers: ((result: Result<Blob>) => void)[];
let asked: string[];
let downloaded: string[];
let pictures: Pictures;
let log: HTMLElement;
let closed: number;

beforeEach(() => {
  [answers, asked, downloaded, closed] = [[], [], [], 0];
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  vi.stubGlobal('createImageBitmap', () =>
    Promise.resolve({ width: 800, height: 600, close: () => (closed += 1) }),
  );
  pictures = new Pictures({
    fetch: ({ file }) => {
      asked.push(file);
      return new Promise((resolve) => answers.push(resolve));
    },
    download: ({ file }) => downloaded.push(file),
  });
  log = document.createElement('div');
  const box = document.createElement('div');
  box.append(log);
  document.body.replaceChildren(box);
  pictures.lookIn(log);
});

afterEach(() => vi.unstubAllGlobals());

function show(id: string): HTMLElement {
  const place = document.createElement('div');
  log.append(place);
  pictures.show(place, view(id), texts);
  return place.querySelector('button') ?? place;
}

const near = (...buttons: readonly Element[]): void => FakeObserver.last?.scroll(buttons);
const widthOf = (shown: Element): number => shown.querySelector('canvas')?.width ?? -1;
const found: Result<Blob> = { ok: true, value: new Blob([png]) };
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 5));
const dialog = (): HTMLDialogElement | null => document.querySelector('dialog');

it('are what the relay found to be pictures, and not too large', () => {
  expect(isPicture(view('a'))).toBe(true);
  expect(isPicture({ ...view('a'), mediaType: 'image/svg+xml' })).toBe(false);
  expect(isPicture({ ...view('a'), mediaType: 'application/pdf' })).toBe(false);
  expect(isPicture({ ...view('a'), size: 8_000_001 })).toBe(false);
});

describe('a thumbnail', () => {
  it('is fetched when it is near, a few at a time, and drawn no larger than its place', async () => {
    const all = ['a', 'b', 'c'].map(show);
    expect(asked).toEqual([]);
    near(...all);
    expect(asked).toEqual(['c', 'b']);
    answers[0]?.(found);
    await settled();
    expect(asked).toEqual(['c', 'b', 'a']);
    expect(all.map(widthOf)[2]).toBe(480);
    expect(all[2]?.dataset['state']).toBe('there');
    expect(closed).toBe(1);
  });

  it('that is scrolled away from before its turn is not fetched', async () => {
    const all = ['a', 'b', 'c'].map(show);
    near(...all);
    FakeObserver.last?.scroll(all.slice(0, 1), false);
    answers[0]?.(found);
    await settled();
    expect(asked).toEqual(['c', 'b']);
  });

  it('of what can’t be unpacked takes no room, and its file is downloaded as any other', async () => {
    const shown = show('a');
    near(shown);
    answers[0]?.({ ok: true, value: new Blob(['<svg/>']) });
    await settled();
    expect(shown.parentElement?.hidden).toBe(true);
  });

  it('of more pixels than are unpacked is not drawn', async () => {
    const shown = show('a');
    near(shown);
    const bomb = png.slice();
    bomb.set([0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff], 16);
    answers[0]?.({ ok: true, value: new Blob([bomb]) });
    await settled();
    expect(widthOf(shown)).not.toBe(480);
    expect(closed).toBe(0);
  });

  it('that did not come is looked for again after a while, and fetched if it is near', async () => {
    const shown = show('a');
    near(shown);
    vi.useFakeTimers();
    answers[0]?.({ ok: false, code: 'network', retryable: true });
    await vi.advanceTimersByTimeAsync(0);
    const observe = vi.spyOn(FakeObserver.last ?? new FakeObserver(() => undefined), 'observe');
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(observe).toHaveBeenCalledWith(shown);
    near(shown);
    expect(asked).toEqual(['a', 'a']);
  });

  it('stays drawn where its message is shown anew', async () => {
    const shown = show('a');
    near(shown);
    answers[0]?.(found);
    await settled();
    log.replaceChildren();
    expect(show('a')).toBe(shown);
    expect(widthOf(shown)).toBe(480);
  });
});

describe('nothing is left', () => {
  it('of a picture whose message is gone', async () => {
    const [gone, kept] = [show('a'), show('b')];
    near(gone, kept);
    answers.forEach((answer) => answer(found));
    await settled();
    pictures.keep(sending(emptyConversation, { id: 'm', file: view('b') }));
    expect([gone, kept].map(widthOf)).toEqual([0, 480]);
    expect(gone.isConnected).toBe(false);
  });

  it('of any at the end, neither of what is drawn nor of what is on its way', async () => {
    const [drawn, coming] = [show('a'), show('b')];
    near(drawn);
    answers[0]?.(found);
    await settled();
    drawn.click();
    near(coming);
    pictures.release();
    answers.forEach((answer) => answer(found));
    await settled();
    expect(widthOf(drawn)).toBe(0);
    expect(widthOf(coming)).not.toBe(480);
    expect(dialog()).toBeNull();
    expect(FakeObserver.last?.watched.size).toBe(0);
  });
});

describe('a picture that is opened', () => {
  it('is fetched for that, downloaded if wanted, and gone when it is closed', async () => {
    const shown = show('a');
    shown.click();
    expect(dialog()?.textContent).toContain('a.png');
    expect(log.querySelector('dialog')).toBeNull();
    answers[0]?.(found);
    await settled();
    const large = dialog()?.querySelector('canvas');
    expect(large?.width).toBe(800);
    dialog()?.querySelector<HTMLElement>('[data-testid=picture-download]')?.click();
    expect(downloaded).toEqual(['a']);
    dialog()?.querySelector<HTMLElement>('[data-testid=picture-close]')?.click();
    expect(dialog()).toBeNull();
    expect(large?.width).toBe(0);
    expect(document.activeElement).toBe(shown);
  });

  it('says why it does not come', async () => {
    show('a').click();
    answers[0]?.({ ok: false, code: 'network', retryable: true });
    await settled();
    expect(dialog()?.textContent).toContain('network');
  });
});
