import type { ClientMessageId } from './generated';

/**
 * A new id of a message of this side. Sending the same id twice stores one message, so a resend after a
 * cut is harmless. (`crypto.randomUUID` needs a secure context; this works on a plain http page too.)
 */
export function newClientMessageId(): ClientMessageId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
