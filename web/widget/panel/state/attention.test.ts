// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeAudio } from '../../../attention/fake-audio';
import { Attention } from './attention';

const wishes = { account: 'acme', sounds: true, marksTitle: true };
let root: ShadowRoot;
let attention: Attention;

beforeEach(() => {
  vi.useFakeTimers();
  FakeAudio.install();
  root = document.createElement('div').attachShadow({ mode: 'open' });
  attention = new Attention(root, wishes);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** So many messages have come that nobody looked at; and a second later. */
async function missed(count: number, muted = false): Promise<void> {
  attention.update({ missed: count, muted });
  await vi.advanceTimersByTimeAsync(1_000);
}

function touch(): void {
  root.dispatchEvent(new Event('click'));
}

describe('the tone of a message', () => {
  it('sounds for who has touched the widget, and for nobody else', async () => {
    await missed(1);
    expect(FakeAudio.contexts).toBe(0);
    touch();
    await missed(2);
    expect(FakeAudio.tones).toBe(1);
  });

  it('sounds once for what comes in quick succession', async () => {
    touch();
    await missed(1);
    await missed(2);
    await missed(3);
    expect(FakeAudio.tones).toBe(1);
    await vi.advanceTimersByTimeAsync(3_000);
    await missed(4);
    expect(FakeAudio.tones).toBe(2);
  });

  it('does not sound when it is turned off', async () => {
    touch();
    await missed(1, true);
    expect(FakeAudio.tones).toBe(0);
  });

  it('does not sound for what is read at once in another tab', async () => {
    touch();
    attention.update({ missed: 1, muted: false });
    attention.update({ missed: 0, muted: false });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(FakeAudio.tones).toBe(0);
  });

  it('sounds in one tab of two', async () => {
    const isFree = [true, false];
    const request = (_name: string, _options: unknown, run: (lock: unknown) => Promise<void>) =>
      run(isFree.shift() === true ? {} : null);
    vi.stubGlobal('navigator', { locks: { request } });
    const other = new Attention(root, wishes);
    touch();
    other.update({ missed: 1, muted: false });
    await missed(1);
    expect(FakeAudio.tones).toBe(1);
  });
});

it('counts in the title, and leaves both to sites that want neither', async () => {
  document.title = 'Shop';
  await missed(2);
  expect(document.title).toBe('(2) Shop');
  await missed(0);
  expect(document.title).toBe('Shop');
  attention = new Attention(root, { account: 'acme', sounds: false, marksTitle: false });
  touch();
  await missed(3);
  expect(document.title).toBe('Shop');
  expect(FakeAudio.tones).toBe(0);
});
