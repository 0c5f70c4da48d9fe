// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  acknowledged,
  emptyConversation,
  read,
  received,
  sending,
  type ChatMessage,
} from '../../../conversation/conversation';
import { fill } from '../../../text/catalogue';
import { words as ofEnd } from '../../../words/chat/en';
import { words } from '../../../words/en';
import { chatMessages } from '../../messages/chat/en';
import { messages as ofPanel } from '../../messages/en';
import { withTexts } from './chat-views';
import type { Intents } from './context';
import { LogView } from './log-view';

const at = '2026-01-01T10:00:00Z';
const seen = vi.fn<() => void>();
const context = withTexts(chatMessages, ofEnd, {
  messages: ofPanel,
  words,
  language: 'en',
  intents: { seen: () => seen() } as unknown as Intents,
  identity: () => ({}),
  draft: () => ({}),
  sounds: true,
});
const { messages } = context;

function list(log: LogView): HTMLElement {
  const [found] = log.element.getElementsByClassName('log');
  return found as HTMLElement;
}

function rows(log: LogView): Element[] {
  return [...list(log).children];
}

function theirs(seq: number): ChatMessage {
  return { seq, id: `m${seq}`, from: 'operator', text: `text ${seq}`, at };
}

/** Reads further up: 600 of 1,000 pixels are below what is in sight. */
function scrollUp(log: LogView): void {
  Object.defineProperty(list(log), 'scrollHeight', { value: 1000 });
  Object.defineProperty(list(log), 'clientHeight', { value: 400 });
  list(log).scrollTop = 0;
  list(log).dispatchEvent(new Event('scroll'));
}

beforeEach(() => seen.mockClear());

describe('the log', () => {
  it('shows what looks like HTML as text, and addresses as links', () => {
    const log = new LogView(context);
    const text = '<img src=x onerror=alert(1)> https://lethe.example';
    log.update(
      received(emptyConversation, { seq: 1, id: 'm1', from: 'operator', text, at }),
      undefined,
      true,
    );
    expect(log.element.querySelector('img')).toBeNull();
    expect(log.element.textContent).toContain('<img src=x onerror=alert(1)>');
    const link = log.element.querySelector('a');
    expect(link?.href).toBe('https://lethe.example/');
    expect(link?.rel).toContain('noopener');
  });

  it('keeps a message in its place from sending to seen', () => {
    const log = new LogView(context);
    const first = sending(emptyConversation, { id: 'own-0001', text: 'hello' });
    log.update(first, undefined, true);
    const sent = acknowledged(first, { id: 'own-0001', seq: 1, at }, 'visitor');
    log.update(sent, undefined, true);
    expect(rows(log)).toHaveLength(1);
    expect(log.element.textContent).toContain(messages.sent);
    log.update(read(sent, 1), undefined, true);
    expect(rows(log)).toHaveLength(1);
    expect(log.element.textContent).toContain(messages.seen);
  });

  it('exchanges what is said of a message, and not the message, which would be spoken again', () => {
    const log = new LogView(context);
    const first = sending(emptyConversation, { id: 'own-0001', text: 'hello' });
    log.update(first, undefined, true);
    const [row, text] = [rows(log)[0], log.element.querySelector('.text')];
    const sent = acknowledged(first, { id: 'own-0001', seq: 1, at }, 'visitor');
    log.update(sent, undefined, true);
    expect(rows(log)).toEqual([row]);
    expect(log.element.querySelector('.text')).toBe(text);
    expect(row?.getAttribute('data-seq')).toBe('1');
    expect(row?.querySelector('.meta')?.getAttribute('aria-live')).toBe('off');
  });

  it('leaves who reads further up there, tells what is new below, and not that it was seen', () => {
    const log = new LogView(context);
    log.update(received(emptyConversation, theirs(1)), undefined, true);
    expect(seen).toHaveBeenCalledOnce();
    scrollUp(log);
    log.update(received(received(emptyConversation, theirs(1)), theirs(2)), undefined, true);
    expect(list(log).scrollTop).toBe(0);
    expect(seen).toHaveBeenCalledOnce();
    const pill = log.element.querySelector<HTMLButtonElement>('[data-testid=chat-below]');
    expect(pill?.hidden).toBe(false);
    expect(pill?.textContent).toContain('1');
    document.body.append(log.element);
    pill?.click();
    expect(list(log).scrollTop).toBe(1000);
    expect(pill?.hidden).toBe(true);
    expect(document.activeElement).toBe(list(log));
  });

  it('counts as new what came after the end was last read', () => {
    const log = new LogView(context);
    const one = received(emptyConversation, theirs(1));
    log.update(one, undefined, true);
    scrollUp(log);
    const two = received(one, theirs(2));
    log.update(two, undefined, true);
    list(log).scrollTop = 600;
    list(log).dispatchEvent(new Event('scroll'));
    list(log).scrollTop = 0;
    list(log).dispatchEvent(new Event('scroll'));
    log.update(received(two, theirs(3)), undefined, true);
    const pill = log.element.querySelector('[data-testid=chat-below]');
    expect(pill?.textContent).toBe(fill(messages.newBelow, { count: 1 }));
  });

  it('draws a message that others do not change only once', () => {
    const log = new LogView(context);
    const one = received(emptyConversation, { seq: 1, id: 'm1', from: 'operator', text: 'a', at });
    log.update(one, undefined, true);
    const row = rows(log)[0];
    log.update(
      received(one, { seq: 2, id: 'm2', from: 'operator', text: 'b', at }),
      undefined,
      true,
    );
    expect(rows(log)[0]).toBe(row);
    expect(rows(log)).toHaveLength(2);
  });

  it('keeps a picture where it is when what is said of its message changes', () => {
    const log = new LogView(context);
    const file = { file: 'f-1', name: 'shot.png', mediaType: 'image/png', size: 9 };
    const first = sending(emptyConversation, { id: 'own-0001', file });
    log.update(first, undefined, true);
    const picture = log.element.querySelector('[data-testid=chat-picture]');
    const row = rows(log)[0];
    log.update(acknowledged(first, { id: 'own-0001', seq: 1, at }, 'visitor'), undefined, true);
    expect(rows(log)).toEqual([row]);
    expect(log.element.querySelector('[data-testid=chat-picture]')).toBe(picture);
    expect(picture?.getAttribute('aria-label')).toBe('Enlarge shot.png');
    expect(log.element.querySelectorAll('[data-testid=chat-download]')).toHaveLength(1);
    log.leave();
    expect(log.element.querySelector('[data-testid=chat-picture]')).toBeNull();
  });

  it('is empty when the conversation is', () => {
    const log = new LogView(context);
    log.update(
      received(emptyConversation, { seq: 1, id: 'm1', from: 'operator', text: 'a', at }),
      undefined,
      true,
    );
    log.update(emptyConversation, undefined, true);
    expect(log.element.textContent).toBe('');
  });
});
