import { describe, expect, it } from 'vitest';
import { chatServerFrames } from './generated';
import { errorCode, errorOfClose, mayReconnect } from './errors';
import { newClientMessageId } from './message-id';
import { decodeFrame } from './wire';

const decode = (text: string) => decodeFrame(chatServerFrames, text);

describe('a frame from the wire', () => {
  it('is taken when it has the fields of its type, whatever else it has', () => {
    const frame = { type: 'typing', from: 'operator', on: true, later: 1 };
    expect(decode(JSON.stringify(frame))).toEqual(frame);
  });

  it('counts null as absent', () => {
    expect(decode('{"type":"state","state":"active","operator":null}')).toEqual({
      type: 'state',
      state: 'active',
    });
    expect(decode('{"type":"typing","from":null,"on":true}')).toBeUndefined();
  });

  it.each([
    ['no JSON', '{"type":'],
    ['no object', '"typing"'],
    ['nothing', 'null'],
    ['no type', '{"on":true}'],
    ['an unknown type', '{"type":"dance"}'],
    ['a name of Object', '{"type":"toString"}'],
    ['a missing field', '{"type":"typing","from":"operator"}'],
    ['a field of another kind', '{"type":"read","from":"operator","seq":"4"}'],
    ['a missing field further in', '{"type":"ended","reason":"idle","destroyed":{"files":0}}'],
  ])('is refused with %s', (_what, text) => {
    expect(decode(text)).toBeUndefined();
  });
});

describe('the error catalogue', () => {
  it('tells from a close code whether to come back', () => {
    expect([1000, 1001, 1006, 1011, 4500, 4999].every(mayReconnect)).toBe(true);
    expect([4000, 4402, 4411, 4499].some(mayReconnect)).toBe(false);
  });

  it('knows the error of a close code', () => {
    expect(errorOfClose(4411)).toBe('scope-destroyed');
    expect(errorOfClose(1006)).toBeUndefined();
  });

  it('takes an unknown code for an internal error', () => {
    expect(errorCode('chat-ended')).toBe('chat-ended');
    expect(errorCode('made-up')).toBe('internal');
  });
});

describe('a client message id', () => {
  it('is new each time and has the allowed form', () => {
    const ids = new Set(Array.from({ length: 100 }, newClientMessageId));
    expect(ids.size).toBe(100);
    ids.forEach((id) => expect(id).toMatch(/^[A-Za-z0-9_-]{8,64}$/));
  });
});
