import type { FailureCode } from '../protocol/errors';
import type {
  ChatClientSend,
  ChatServerMessage,
  ClientMessageId,
  ChatServerEnded,
  FileView,
  Speaker,
} from '../protocol/generated';
import type { TrayFile } from './tray';

export type ChatMessage = Omit<ChatServerMessage, 'type'>;
export type SentMessage = Omit<ChatClientSend, 'type'>;

/** A message of this side that the server has not yet acknowledged. */
export interface Outgoing {
  readonly id: ClientMessageId;
  readonly text?: string;
  readonly file?: FileView;
  readonly problem?: FailureCode;
  /** The last message that was there when it failed: what failed stays behind it. */
  readonly after?: number;
}

/** What one side knows of a chat. Immutable; every function below gives a new one. */
export interface Conversation {
  /** Acknowledged messages in the order of `seq`, each once. */
  readonly lines: readonly ChatMessage[];
  readonly outgoing: readonly Outgoing[];
  /** Files beside what is being written: not yet sent, on their way up, or failed there. */
  readonly tray: readonly TrayFile[];
  /** More files were chosen than are taken at once. */
  readonly leftOut: boolean;
  /** Everything up to here is in `lines`; a reconnect asks for what comes after. */
  readonly upTo: number;
  readonly theirRead: number;
  readonly theyType: boolean;
}

export const emptyConversation: Conversation = {
  lines: [],
  outgoing: [],
  tray: [],
  leftOut: false,
  upTo: 0,
  theirRead: 0,
  theyType: false,
};

/** Adds a message from the wire; what is there already, by `seq`, is not added again. */
export function received(before: Conversation, message: ChatMessage): Conversation {
  const known = before.lines.some((line) => line.seq === message.seq);
  const lines = known ? before.lines : inOrder(before.lines, message);
  return {
    ...before,
    lines,
    upTo: contiguous(lines, before.upTo),
    outgoing: before.outgoing.filter((each) => each.id !== message.id),
  };
}

/** The server has the message `id` of this side and gave it a place. */
export function acknowledged(
  before: Conversation,
  ack: Pick<ChatMessage, 'id' | 'seq' | 'at'>,
  me: Speaker,
): Conversation {
  const mine = before.outgoing.find((each) => each.id === ack.id);
  if (mine === undefined) {
    return before;
  }
  const { text, file } = mine;
  return received(before, {
    ...ack,
    from: me,
    ...(text === undefined ? {} : { text }),
    ...(file === undefined ? {} : { file }),
  });
}

export function sending(before: Conversation, message: Outgoing): Conversation {
  const others = before.outgoing.filter((each) => each.id !== message.id);
  return { ...before, outgoing: [...others, message] };
}

export function refused(
  before: Conversation,
  id: ClientMessageId,
  problem: FailureCode,
): Conversation {
  return {
    ...before,
    outgoing: before.outgoing.map((each) =>
      each.id === id ? { ...each, problem, after: lastSeq(before) } : each,
    ),
  };
}

/** Takes away an unacknowledged message, or a file of the tray, that its writer gave up. */
export function withdrawn(before: Conversation, id: ClientMessageId): Conversation {
  return {
    ...before,
    outgoing: before.outgoing.filter((each) => each.id !== id),
    tray: before.tray.filter((each) => each.id !== id),
    leftOut: false,
  };
}

/** A file of the tray is there: now the message with it is sent. */
export function uploaded(before: Conversation, id: ClientMessageId, file: FileView): Conversation {
  return sending(withdrawn(before, id), { id, file });
}

export function typing(before: Conversation, on: boolean): Conversation {
  return before.theyType === on ? before : { ...before, theyType: on };
}

export function read(before: Conversation, seq: number): Conversation {
  return seq <= before.theirRead ? before : { ...before, theirRead: seq };
}

/** The messages that have to be sent (again) on a new connection. */
export function unacknowledged(conversation: Conversation): readonly Outgoing[] {
  return conversation.outgoing.filter((each) => each.problem === undefined);
}

/** The last message of the other side, which is what a read receipt names. */
export function lastOfOthers(conversation: Conversation, me: Speaker): number {
  return conversation.lines.findLast((line) => line.from !== me)?.seq ?? 0;
}

export type Entry =
  | { readonly kind: 'line'; readonly line: ChatMessage }
  | { readonly kind: 'outgoing'; readonly message: Outgoing };

/**
 * Everything in the order in which it is shown: what is on its way comes last, and what failed stays
 * where it failed, so that it pushes nobody's next message out of sight.
 */
export function entries({ lines, outgoing }: Conversation): readonly Entry[] {
  const placed: (readonly [number, Entry])[] = [
    ...lines.map((line) => [line.seq, { kind: 'line', line }] as const),
    ...outgoing.map((message) => [placeOf(message), { kind: 'outgoing', message }] as const),
  ];
  return placed.sort(([one], [other]) => one - other).map(([, entry]) => entry);
}

/** Whether the same thing may be taken another time: neither its size nor its kind will change. */
export function mayTryAgain(problem: FailureCode): boolean {
  return !FINAL.includes(problem);
}

const FINAL: readonly FailureCode[] = [
  'too-large',
  'file-too-large',
  'file-empty',
  'file-type-refused',
  'unsupported-type',
  'malformed',
];

/** Larger than any number of a message, so that it comes after all of them. */
const LAST = Number.MAX_SAFE_INTEGER;

function placeOf({ after, problem }: Outgoing): number {
  return problem === undefined || after === undefined ? LAST : after + 0.5;
}

function lastSeq({ lines }: Conversation): number {
  return lines.at(-1)?.seq ?? 0;
}

/** How a chat ended, as the notice shows it; all that is kept of it. */
export interface Ending extends Partial<Omit<ChatServerEnded, 'type'>> {
  /** The store that it was in was lost: nobody ended or destroyed it. */
  readonly lost?: true;
}

function inOrder(lines: readonly ChatMessage[], message: ChatMessage): readonly ChatMessage[] {
  const after = lines.findLastIndex((line) => line.seq < message.seq);
  return [...lines.slice(0, after + 1), message, ...lines.slice(after + 1)];
}

function contiguous(lines: readonly ChatMessage[], upTo: number): number {
  let next = upTo;
  for (const { seq } of lines) {
    if (seq === next + 1) {
      next = seq;
    }
  }
  return next;
}
