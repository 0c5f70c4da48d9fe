import type { FailureCode } from '../../../protocol/errors';
import type { Held } from '../../../protocol/generated';
import { Ceiling } from '../../../transport/ceiling';
import type { Result } from '../../../transport/http';

/** What is known of what is held of the person who asks. */
export type OwnData =
  | { readonly kind: 'asking' }
  /** There is no visit and no chat to ask by. */
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'failed'; readonly problem: FailureCode }
  | { readonly kind: 'held'; readonly held: Held }
  /** It was let go of. */
  | { readonly kind: 'old' };

export interface OwnDataPorts {
  /** Asks by the token of the chat or the visit; `undefined` if there is none. */
  readonly ask: () => Promise<Result<Held>> | undefined;
  readonly show: (data: OwnData) => void;
}

/** An answer, for as long as it is shown: in this page's memory, and for 3 minutes at most. */
export class OwnDataKeeper {
  private question = 0;
  private held: Held | undefined;
  private readonly ceiling = new Ceiling(() => this.letGo());

  constructor(private readonly ports: OwnDataPorts) {}

  /** The last answer, if it is still shown. */
  get answer(): Held | undefined {
    return this.held;
  }

  async ask(): Promise<void> {
    this.forget();
    const question = this.question;
    const answer = this.ports.ask();
    this.ports.show({ kind: answer === undefined ? 'nowhere' : 'asking' });
    const result = await answer;
    // Another question may have been asked meanwhile, or the view left.
    if (result === undefined || question !== this.question) {
      return;
    }
    if (result.ok) {
      this.held = result.value;
      this.ceiling.cut();
      this.ports.show({ kind: 'held', held: result.value });
    } else {
      this.ports.show({ kind: 'failed', problem: result.code });
    }
  }

  /** What was shown may be gone by now. */
  letGo(): void {
    if (this.held !== undefined) {
      this.forget();
      this.ports.show({ kind: 'old' });
    }
  }

  /** Nothing is left here of any answer, also of one that is still to come. */
  forget(): void {
    this.question += 1;
    this.held = undefined;
    this.ceiling.mended();
  }
}
