import type { FailureCode } from '../protocol/errors';
import type { ClientMessageId } from '../protocol/generated';
import type { Conversation } from './conversation';

/** What file-relay-service takes as it ships (`lethe.file.upload.max-size`); no byte of more is sent. */
export const MOST_BYTES = 25 * 1024 * 1024;
/** Of both sides together (`lethe.file.chat.max-files`). */
export const MOST_FILES = 100;
/** As many as can be looked at. */
export const MOST_AT_ONCE = 10;

/** By its name a page, a script or a program, which is refused; all else its bytes decide, over there. */
const REFUSED =
  /^(text\/html|image\/svg\+xml|(text|application)\/(x-)?javascript|application\/(xhtml\+xml|x-(msdownload|msdos-program|sh|bat)))$/;

/** A file that lies beside what is being written, until it is sent or taken away. */
export interface TrayFile {
  readonly id: ClientMessageId;
  readonly file: File;
  /** How much of it is there, from when it was sent on. */
  readonly fraction?: number;
  readonly problem?: FailureCode;
}

/** Whether it waits for being sent, and nothing is known that stands against it. */
export function isChosen({ fraction, problem }: TrayFile): boolean {
  return fraction === undefined && problem === undefined;
}

/** Lays files into the tray. What would be refused is told before a byte of it is sent. */
export function chosen(before: Conversation, files: readonly TrayFile[]): Conversation {
  const { lines, outgoing, tray } = before;
  const taken = files.slice(0, Math.max(0, MOST_AT_ONCE - tray.length));
  const there = [...lines, ...outgoing].filter(({ file }) => file !== undefined).length;
  return {
    ...before,
    leftOut: taken.length < files.length,
    tray: [
      ...tray,
      ...taken.map((each, index) => {
        const problem = problemOf(each.file, there + tray.length + index);
        return problem === undefined ? each : { ...each, problem };
      }),
    ],
  };
}

/** What waits is sent now; or a file that failed, another time. */
export function begun(before: Conversation, again?: ClientMessageId): Conversation {
  const tray = before.tray.map((each) =>
    (again === undefined ? isChosen(each) : each.id === again)
      ? { id: each.id, file: each.file, fraction: 0 }
      : each,
  );
  return { ...before, tray };
}

export function progressed(
  before: Conversation,
  id: ClientMessageId,
  fraction: number,
): Conversation {
  const tray = before.tray.map((each) => (each.id === id ? { ...each, fraction } : each));
  return { ...before, tray };
}

export function failed(before: Conversation, id: ClientMessageId, code: FailureCode): Conversation {
  // Other things are too large as well; of a file it can be said how large it may be.
  const problem = code === 'too-large' ? 'file-too-large' : code;
  const tray = before.tray.map((each) =>
    each.id === id ? { id, file: each.file, problem } : each,
  );
  return { ...before, tray };
}

function problemOf({ size, type }: File, there: number): FailureCode | undefined {
  if (size === 0) {
    return 'file-empty';
  }
  if (size > MOST_BYTES) {
    return 'file-too-large';
  }
  if (REFUSED.test(type)) {
    return 'file-type-refused';
  }
  return there >= MOST_FILES ? 'chat-files-full' : undefined;
}
