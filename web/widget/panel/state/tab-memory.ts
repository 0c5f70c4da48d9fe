import type { Written } from './panel-model';
import type { ChatId, DataUse, VisitOpened } from '../../../protocol/generated';

/**
 * What a tab keeps over a reload: the two tokens and what was promised, and what is just being written, but no
 * message that was sent. It is in the tab's own storage, which ends with the tab, and is written only after the visitor
 * has sent the form, or on the site's consent call; without a visit or a chat there is nothing in it.
 */
export interface Remembered {
  readonly visit?: VisitOpened;
  readonly chat?: ChatAccess;
  /** What the visitor was told of the chat's data when it began. */
  readonly told?: DataUse;
  /** Whether the panel was open, so that it is again after a reload. */
  readonly open?: boolean;
  /** The visitor wants no tone. */
  readonly muted?: boolean;
  readonly draft?: Draft;
}

/** What was written and not sent, and when, in milliseconds since 1970. */
export interface Draft {
  readonly at: number;
  /** The chat that it was written in; without one it is a form's. */
  readonly chat?: ChatId;
  readonly written: Written;
}

export interface ChatAccess {
  readonly chat: ChatId;
  readonly token: string;
}

export interface TabMemory {
  read(): Remembered;
  write(remembered: Remembered): void;
  clear(): void;
}

export function memoryKey(account: string): string {
  return `lethe:${account}`;
}

/** Falls back to the page's memory where a browser forbids storage. */
export function tabMemory(account: string): TabMemory {
  const key = memoryKey(account);
  let held: Remembered = {};
  const tryStorage = (action: (storage: Storage) => void): void => {
    try {
      action(sessionStorage);
    } catch {
      // Storage is blocked: a reload starts anew, nothing else changes.
    }
  };
  tryStorage((storage) => {
    held = JSON.parse(storage.getItem(key) ?? '{}') as Remembered;
  });
  const clear = (): void => {
    held = {};
    tryStorage((storage) => storage.removeItem(key));
  };
  return {
    read: () => held,
    write: (remembered) => {
      if (remembered.visit === undefined && remembered.chat === undefined) {
        clear();
        return;
      }
      held = remembered;
      tryStorage((storage) => storage.setItem(key, JSON.stringify(remembered)));
    },
    clear,
  };
}
