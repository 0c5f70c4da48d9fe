import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileView } from '../protocol/generated';
import type { Result } from '../transport/http';
import type { Conversation, ChatMessage, SentMessage } from './conversation';
import { ConversationKeeper } from './conversation-keeper';

const at = '2026-01-01T10:00:00Z';
const theirs = (seq: number): ChatMessage => ({
  seq,
  id: `theirs-${seq}`,
  from: 'operator',
  text: `text ${seq}`,
  at,
});

let connected: boolean;
let sent: SentMessage[];
let typing: boolean[];
let read: number[];
let shown: Conversation | undefined;
let arrived: ChatMessage[];
let silences: number;
let finishUpload: (result: Result<FileView>) => void;
let cancelled: number;
let keeper: ConversationKeeper;

beforeEach(() => {
  vi.useFakeTimers();
  connected = true;
  sent = [];
  typing = [];
  read = [];
  shown = undefined;
  arrived = [];
  silences = 0;
  cancelled = 0;
  const taken = (action: () => void): boolean => {
    if (connected) {
      action();
    }
    return connected;
  };
  keeper = new ConversationKeeper({
    me: 'visitor',
    send: (frame) => taken(() => sent.push(frame)),
    typing: (on) => taken(() => typing.push(on)),
    read: (seq) => taken(() => read.push(seq)),
    upload: () => {
      const done = new Promise<Result<FileView>>((resolve) => {
        finishUpload = resolve;
      });
      return { done, cancel: () => (cancelled += 1) };
    },
    onChange: (conversation, message) => {
      shown = conversation;
      if (message !== undefined) {
        arrived.push(message);
      }
    },
    onSilence: () => (silences += 1),
  });
  keeper.connected(0);
});

afterEach(() => {
  keeper.stop();
  vi.useRealTimers();
});

describe('sending', () => {
  it('shows the message at once, and as sent when it is acknowledged', () => {
    keeper.send('hello');
    const id = sent[0]?.id ?? '';
    expect(shown?.outgoing).toEqual([{ id, text: 'hello' }]);
    keeper.onSent({ id, seq: 1, at });
    expect(shown?.outgoing).toEqual([]);
    expect(shown?.lines.map(({ text }) => text)).toEqual(['hello']);
  });

  it('sends again under the same id after a cut, until it is acknowledged', () => {
    keeper.send('hello');
    keeper.disconnected();
    keeper.connected(0);
    const [first, second] = sent;
    expect(second).toEqual(first);
    keeper.onSent({ id: first?.id ?? '', seq: 1, at });
    keeper.disconnected();
    keeper.connected(1);
    expect(sent).toHaveLength(2);
  });

  it('keeps what was written while there was no connection', () => {
    connected = false;
    keeper.send('written in a tunnel');
    expect(sent).toEqual([]);
    connected = true;
    keeper.connected(0);
    expect(sent.map(({ text }) => text)).toEqual(['written in a tunnel']);
  });

  it('takes a connection without acknowledgement for dead', () => {
    keeper.send('hello');
    vi.advanceTimersByTime(8_000);
    expect(silences).toBe(1);
  });

  it('waits for nothing when everything is acknowledged', () => {
    keeper.send('hello');
    keeper.onSent({ id: sent[0]?.id ?? '', seq: 1, at });
    vi.advanceTimersByTime(60_000);
    expect(silences).toBe(0);
  });

  it('tells a refusal and sends again when asked to', () => {
    keeper.send('hello');
    const id = sent[0]?.id ?? '';
    keeper.onRefused(id, 'too-large', false);
    expect(shown?.outgoing[0]?.problem).toBe('too-large');
    keeper.retry(id);
    expect(sent).toHaveLength(2);
    expect(shown?.outgoing[0]?.problem).toBeUndefined();
  });
});

describe('a message that can not be taken just now', () => {
  it('keeps its turn and is offered until it is taken', () => {
    keeper.send('first');
    keeper.send('second');
    const id = sent[0]?.id ?? '';
    for (let refusals = 0; refusals < 20; refusals += 1) {
      keeper.onRefused(id, 'unavailable', true);
      vi.advanceTimersByTime(10_000);
    }
    expect(new Set(sent.map(({ text }) => text))).toEqual(new Set(['first']));
    expect(sent).toHaveLength(21);
    keeper.onSent({ id, seq: 1, at });
    expect(sent.at(-1)?.text).toBe('second');
  });

  it('is not found for good when it is not found again and again', () => {
    keeper.send('first');
    keeper.send('second');
    for (let refusals = 0; refusals < 5; refusals += 1) {
      keeper.onRefused(sent[0]?.id ?? '', 'not-found', true);
      vi.advanceTimersByTime(10_000);
    }
    expect(shown?.outgoing[0]?.problem).toBe('not-found');
    expect(sent.at(-1)?.text).toBe('second');
  });

  it('is offered no more when the chat is over', () => {
    keeper.send('hello');
    keeper.onRefused(sent[0]?.id ?? '', 'unavailable', true);
    keeper.stop();
    vi.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(1);
  });
});

describe('what was written first', () => {
  it('goes first, also when something is written before the chat is joined again', () => {
    keeper.disconnected();
    connected = false;
    keeper.send('in the tunnel');
    connected = true;
    keeper.send('before the chat was listed');
    expect(sent).toEqual([]);
    keeper.connected(0);
    keeper.onSent({ id: sent[0]?.id ?? '', seq: 1, at });
    expect(sent.map(({ text }) => text)).toEqual(['in the tunnel', 'before the chat was listed']);
  });

  it('keeps nobody waiting when it is refused for good or given up', () => {
    keeper.send('too large');
    keeper.send('fits');
    keeper.onRefused(sent[0]?.id ?? '', 'too-large', false);
    expect(sent.at(-1)?.text).toBe('fits');
  });
});

describe('receiving', () => {
  it('shows a replayed message once, and does not announce it', () => {
    keeper.onMessage(theirs(1));
    keeper.onMessage(theirs(1));
    expect(shown?.lines).toHaveLength(1);
    expect(arrived).toHaveLength(1);
  });

  it('names the last message of the other side once as read', () => {
    keeper.onMessage(theirs(1));
    keeper.onMessage(theirs(2));
    keeper.seen();
    keeper.seen();
    expect(read).toEqual([2]);
  });

  it('lets the hint that they type fade', () => {
    keeper.onTyping('operator', true);
    expect(shown?.theyType).toBe(true);
    vi.advanceTimersByTime(9_000);
    expect(shown?.theyType).toBe(false);
  });

  it('ends the hint with the message', () => {
    keeper.onTyping('operator', true);
    keeper.onMessage(theirs(1));
    expect(shown?.theyType).toBe(false);
  });
});

describe('typing', () => {
  it('is told now and then, and when it stops', () => {
    keeper.typed('h');
    keeper.typed('he');
    expect(typing).toEqual([true]);
    vi.advanceTimersByTime(5_000);
    expect(typing).toEqual([true, false]);
  });

  it('needs no end when the message is sent', () => {
    keeper.typed('hello');
    keeper.send('hello');
    vi.advanceTimersByTime(10_000);
    expect(typing).toEqual([true]);
  });
});

describe('the end', () => {
  it('lets go of messages, files and timers, and shows nothing more', async () => {
    keeper.onMessage(theirs(1));
    keeper.attach([new File(['hi'], 'a.txt')]);
    keeper.send('hello');
    const last = shown;
    keeper.stop();
    expect(keeper.current).toMatchObject({ lines: [], outgoing: [], tray: [] });
    expect(cancelled).toBe(1);
    finishUpload({ ok: false, code: 'cancelled', retryable: false });
    keeper.onMessage(theirs(2));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown).toBe(last);
    expect(keeper.current.lines).toEqual([]);
    expect(silences).toBe(0);
  });
});
