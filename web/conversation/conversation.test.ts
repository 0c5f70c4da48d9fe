import { describe, expect, it } from 'vitest';
import {
  acknowledged,
  emptyConversation,
  entries,
  mayTryAgain,
  received,
  refused,
  sending,
  unacknowledged,
  uploaded,
  withdrawn,
  type ChatMessage,
} from './conversation';

const at = '2026-01-01T10:00:00Z';
const message = (seq: number, id = `message-${seq}`): ChatMessage => ({
  seq,
  id,
  from: 'operator',
  text: `text ${seq}`,
  at,
});
const seqs = (conversation: typeof emptyConversation) => conversation.lines.map(({ seq }) => seq);

describe('a conversation', () => {
  it('shows each message once, in order, however they arrive', () => {
    const all = [2, 1, 4, 2, 3, 1].map((seq) => message(seq));
    const conversation = all.reduce(received, emptyConversation);
    expect(seqs(conversation)).toEqual([1, 2, 3, 4]);
    expect(conversation.upTo).toBe(4);
  });

  it('asks again for what a gap is missing', () => {
    const conversation = [message(1), message(2), message(5)].reduce(received, emptyConversation);
    expect(conversation.upTo).toBe(2);
  });

  it('turns an own message into a line when it is acknowledged', () => {
    const sent = sending(emptyConversation, { id: 'own-0001', text: 'hello' });
    const after = acknowledged(sent, { id: 'own-0001', seq: 1, at }, 'visitor');
    expect(after.outgoing).toEqual([]);
    expect(after.lines).toEqual([{ id: 'own-0001', seq: 1, at, from: 'visitor', text: 'hello' }]);
  });

  it('does not show an own message twice when it comes back before its acknowledgement', () => {
    const sent = sending(emptyConversation, { id: 'own-0001', text: 'hello' });
    const echoed = received(sent, { ...message(1, 'own-0001'), from: 'visitor', text: 'hello' });
    const after = acknowledged(echoed, { id: 'own-0001', seq: 1, at }, 'visitor');
    expect(seqs(after)).toEqual([1]);
    expect(after.outgoing).toEqual([]);
  });

  it('sends a refused message again only when its writer says so', () => {
    const sent = sending(emptyConversation, { id: 'own-0001', text: 'hello' });
    const failed = refused(sent, 'own-0001', 'too-large');
    expect(unacknowledged(failed)).toEqual([]);
    expect(failed.outgoing[0]?.problem).toBe('too-large');
    expect(unacknowledged(sending(failed, { id: 'own-0001', text: 'hello' }))).toHaveLength(1);
  });

  it('makes a message of a file when its bytes are there', () => {
    const info = { file: 'f-1', name: 'a.txt', mediaType: 'text/plain', size: 2 };
    const moving = { ...emptyConversation, tray: [{ id: 'own-1', file: new File([], 'a.txt') }] };
    const there = uploaded(moving, 'own-1', info);
    expect(there.tray).toEqual([]);
    expect(there.outgoing).toEqual([{ id: 'own-1', file: info }]);
    expect(withdrawn(moving, 'own-1').tray).toEqual([]);
  });
});

describe('what failed', () => {
  it('stays where it failed, before all that comes later', () => {
    const before = sending(received(emptyConversation, message(1)), { id: 'own-1', text: 'hi' });
    const failed = refused(before, 'own-1', 'internal');
    const later = sending(received(failed, message(2)), { id: 'own-3', text: 'on its way' });
    const ids = entries(later).map((entry) =>
      entry.kind === 'line' ? entry.line.id : entry.message.id,
    );
    expect(ids).toEqual(['message-1', 'own-1', 'message-2', 'own-3']);
  });

  it('is offered to be tried again only where that can work', () => {
    expect(mayTryAgain('network')).toBe(true);
    expect(mayTryAgain('file-type-refused')).toBe(false);
  });
});
