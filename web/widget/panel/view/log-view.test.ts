// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import {
  acknowledged,
  emptyConversation,
  read,
  received,
  sending,
} from '../../../conversation/conversation';
import { messages } from '../../messages/en';
import type { Intents, ViewContext } from './context';
import { LogView } from './log-view';

const at = '2026-01-01T10:00:00Z';
const context: ViewContext = {
  messages,
  language: 'en',
  intents: {} as Intents,
  identity: () => ({}),
};

describe('the log', () => {
  it('shows what looks like HTML as text, and addresses as links', () => {
    const log = new LogView(context);
    const text = '<img src=x onerror=alert(1)> https://lethe.example';
    log.update(
      received(emptyConversation, { seq: 1, id: 'm1', from: 'operator', text, at }),
      undefined,
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
    log.update(first, undefined);
    const sent = acknowledged(first, { id: 'own-0001', seq: 1, at }, 'visitor');
    log.update(sent, undefined);
    expect(log.element.children).toHaveLength(1);
    expect(log.element.textContent).toContain(messages.sent);
    log.update(read(sent, 1), undefined);
    expect(log.element.children).toHaveLength(1);
    expect(log.element.textContent).toContain(messages.seen);
  });

  it('draws a message that others do not change only once', () => {
    const log = new LogView(context);
    const one = received(emptyConversation, { seq: 1, id: 'm1', from: 'operator', text: 'a', at });
    log.update(one, undefined);
    const row = log.element.firstElementChild;
    log.update(received(one, { seq: 2, id: 'm2', from: 'operator', text: 'b', at }), undefined);
    expect(log.element.firstElementChild).toBe(row);
    expect(log.element.children).toHaveLength(2);
  });

  it('is empty when the conversation is', () => {
    const log = new LogView(context);
    log.update(
      received(emptyConversation, { seq: 1, id: 'm1', from: 'operator', text: 'a', at }),
      undefined,
    );
    log.update(emptyConversation, undefined);
    expect(log.element.textContent).toBe('');
  });
});
