import type { Ending } from '../../conversation/conversation';
import type { FailureCode } from '../../protocol/errors';
import type { ChatId, Ended } from '../../protocol/generated';
import type { Result } from '../../transport/http';

export interface ChatEndPorts {
  /** Whether the desk's socket took the wish. */
  readonly send: (chat: ChatId) => boolean;
  /** Asks by a call of its own, which needs neither the socket nor a seat in the chat. */
  readonly call: (chat: ChatId) => Promise<Result<Ended>>;
  readonly onOver: (chat: ChatId, ending: Ending) => void;
  readonly onProblem: (code: FailureCode) => void;
}

/** Refusals that mean: there is no such chat on this desk any more. */
const GONE: readonly FailureCode[] = ['chat-ended', 'scope-destroyed', 'not-found'];

/** Sees to it that "end and destroy" is done or that its failure is told, with or without a socket. */
export class ChatEnds {
  private readonly unanswered = new Set<ChatId>();

  constructor(private readonly ports: ChatEndPorts) {}

  /** Whether an answer will come over the socket. */
  ask(chat: ChatId): boolean {
    if (this.ports.send(chat)) {
      this.unanswered.add(chat);
      return true;
    }
    void this.call(chat);
    return false;
  }

  /** The socket refused something about a chat. Whether it was the end, asked again by a call. */
  refused(chat: ChatId, isTooEarly: boolean): boolean {
    const again = this.unanswered.delete(chat) && isTooEarly;
    if (again) {
      void this.call(chat);
    }
    return again;
  }

  /** The connection was cut before these wishes were answered. */
  cut(): void {
    const unanswered = [...this.unanswered];
    this.unanswered.clear();
    unanswered.forEach((chat) => void this.call(chat));
  }

  ended(chat: ChatId): void {
    this.unanswered.delete(chat);
  }

  private async call(chat: ChatId): Promise<void> {
    const result = await this.ports.call(chat);
    if (!result.ok) {
      if (result.code === 'scope-lost') {
        this.ports.onOver(chat, { lost: true });
      } else if (GONE.includes(result.code)) {
        this.ports.onOver(chat, {});
      } else {
        this.ports.onProblem(result.code);
      }
      return;
    }
    // While somebody else ends it there is nothing to tell yet; the desk's next list does.
    if (result.value.destroyed !== undefined) {
      this.ports.onOver(chat, result.value);
    }
  }
}
