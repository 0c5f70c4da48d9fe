import type { ChatId } from '../../../protocol/generated';
import { isBlank } from '../../../text/blank';
import type { Written } from './panel-model';
import type { TabMemory } from './tab-memory';

/** As long as a visit lives after its last sign. */
export const DRAFT_MILLIS = 170_000;

/**
 * What is being written, so that a reload or the site's next page goes on with it: in this tab only, for the chat or
 * the form that it was written for.
 */
export class Drafts {
  /** It stands in a form or a chat of this page, whose signs of life are its own. */
  private isTaken = false;

  constructor(
    private readonly memory: TabMemory,
    private readonly now: () => number,
  ) {
    if (memory.read().draft !== undefined) {
      this.look();
      // A page on which nobody asks for it has no more of it than its time.
      setTimeout(() => {
        if (!this.isTaken) {
          this.drop();
        }
      }, DRAFT_MILLIS - this.age());
    }
  }

  /** What was written for this chat, or for a form; what was written for another one goes. */
  take(chat: ChatId | undefined): Written {
    this.look();
    const { draft } = this.memory.read();
    if (draft === undefined || draft.chat !== chat) {
      this.drop();
      return {};
    }
    this.isTaken = true;
    return draft.written;
  }

  keep(written: Written, chat: ChatId | undefined): void {
    if (Object.values(written).every(isBlank)) {
      this.drop();
      return;
    }
    this.isTaken = true;
    const bound = chat === undefined ? {} : { chat };
    const draft = { at: this.now(), written, ...bound };
    // It is written in an open panel, which is found open again with it.
    this.memory.write({ ...this.memory.read(), draft, open: true });
  }

  drop(): void {
    const { draft, ...others } = this.memory.read();
    if (draft !== undefined) {
      this.memory.write(others);
    }
  }

  /** The page goes away, or out of sight, with what is written in it. */
  sign(): void {
    const { draft, ...others } = this.memory.read();
    if (draft !== undefined && this.isTaken) {
      this.memory.write({ ...others, draft: { ...draft, at: this.now() } });
    }
  }

  /** Lets go of what is too old. */
  look(): void {
    if (!(this.age() < DRAFT_MILLIS)) {
      this.drop();
    }
  }

  /** Of a clock that was set back nothing is known. */
  private age(): number {
    const age = this.now() - (this.memory.read().draft?.at ?? NaN);
    return age < 0 ? Infinity : age;
  }
}
