/** Typed ids as they travel: strings whose first letter tells the kind. The client never looks inside. */
export type AccountId = string;
export type VisitId = string;
export type ChatId = string;
export type FileId = string;
export type OperatorId = string;
export type ReceiptId = string;

/** An instant in ISO 8601, UTC. */
export type Instant = string;

/**
 * A client's own id of a message (8 to 64 of `[A-Za-z0-9_-]`). Sending the same id twice stores one
 * message, so a resend after a cut connection is harmless.
 */
export type ClientMessageId = string;

/** `crypto.randomUUID` needs a secure context; `getRandomValues` works on a plain http page too. */
export function newClientMessageId(): ClientMessageId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
