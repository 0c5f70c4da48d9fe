import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileView } from '../protocol/generated';
import type { Result } from '../transport/http';
import type { Conversation, SentMessage } from './conversation';
import { ConversationKeeper } from './conversation-keeper';

const at = '2026-01-01T10:00:00Z';
const info = { file: 'f-1', name: 'a.txt', mediaType: 'text/plain', size: 2 };

let sent: SentMessage[];
let shown: Conversation | undefined;
let uploads: string[];
let cancelled: number;
let progress: (fraction: number) => void;
let finishUpload: (result: Result<FileView>) => void;
let keeper: ConversationKeeper;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  shown = undefined;
  uploads = [];
  cancelled = 0;
  keeper = new ConversationKeeper({
    me: 'visitor',
    send: (frame) => sent.push(frame) > 0,
    typing: () => true,
    read: () => true,
    upload: ({ name }, onProgress) => {
      uploads.push(name);
      progress = onProgress;
      const done = new Promise<Result<FileView>>((resolve) => {
        finishUpload = resolve;
      });
      return { done, cancel: () => (cancelled += 1) };
    },
    onChange: (conversation) => {
      shown = conversation;
    },
    onSilence: () => undefined,
  });
  keeper.connected(0);
});

afterEach(() => {
  keeper.stop();
  vi.useRealTimers();
});

const file = (name: string): File => new File(['hi'], name);
const finish = async (result: Result<FileView>): Promise<void> => {
  finishUpload(result);
  await vi.advanceTimersByTimeAsync(0);
};
const idOf = (index: number): string => shown?.tray[index]?.id ?? '';

describe('a file', () => {
  it('lies in the tray, and travels when what is written is sent', async () => {
    keeper.attach([file('a.txt')]);
    expect(shown?.tray.map(({ file: { name } }) => name)).toEqual(['a.txt']);
    expect(uploads).toEqual([]);
    keeper.send('look at this');
    expect(sent).toMatchObject([{ text: 'look at this' }]);
    progress(0.5);
    expect(shown?.tray[0]?.fraction).toBe(0.5);
    keeper.onSent({ id: sent[0]?.id ?? '', seq: 1, at });
    await finish({ ok: true, value: info });
    expect(sent.slice(1)).toEqual([{ id: expect.any(String) as string, file: 'f-1' }]);
    expect(shown?.tray).toEqual([]);
  });

  it('needs no text, and no text needs it', () => {
    keeper.attach([file('a.txt')]);
    keeper.send('hello', false);
    expect(uploads).toEqual([]);
    keeper.send('');
    expect(uploads).toEqual(['a.txt']);
    expect(sent).toHaveLength(1);
  });

  it('follows the one before it, whether that arrives or fails', async () => {
    keeper.attach(['a', 'b', 'c'].map(file));
    keeper.send('');
    expect(uploads).toEqual(['a']);
    await finish({ ok: true, value: info });
    await finish({ ok: false, code: 'network', retryable: true });
    expect(uploads).toEqual(['a', 'b', 'c']);
    expect(shown?.tray.map(({ problem }) => problem)).toEqual(['network', undefined]);
  });

  it('can be taken away, and its bytes with it', async () => {
    keeper.attach(['a', 'b'].map(file));
    keeper.send('');
    keeper.withdraw(idOf(0));
    expect(cancelled).toBe(1);
    expect(uploads).toEqual(['a', 'b']);
    await finish({ ok: true, value: info });
    expect(sent).toHaveLength(1);
    expect(shown?.tray).toEqual([]);
  });

  it('that failed stays, and is sent again when that is asked for', async () => {
    keeper.attach([file('a')]);
    keeper.send('');
    await finish({ ok: false, code: 'network', retryable: true });
    keeper.attach([file('b')]);
    keeper.send('');
    expect(uploads).toEqual(['a', 'b']);
    keeper.retry(idOf(0));
    expect(shown?.tray[0]?.problem).toBeUndefined();
    await finish({ ok: true, value: info });
    expect(uploads).toEqual(['a', 'b', 'a']);
  });
});
