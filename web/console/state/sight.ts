import type { ChatId } from '../../protocol/generated';

/** The chat whose last message is on the screen, and whether a person can see it there. */
export class Sight {
  private chat: ChatId | undefined;

  constructor(private readonly onSeen: (chat: ChatId) => void) {}

  /** The end of a chat's log came to be on the screen, or is there no more. */
  see(chat: ChatId, isThere: boolean): void {
    if (isThere) {
      this.chat = chat;
      this.look();
    } else if (this.chat === chat) {
      this.chat = undefined;
    }
  }

  /** The person looks at the page: what is on the screen is seen. */
  look(): void {
    if (this.chat !== undefined && this.isSeen(this.chat)) {
      this.onSeen(this.chat);
    }
  }

  /** Whether a person who is at the page sees the end of a chat. */
  isSeen(chat: ChatId): boolean {
    return this.chat === chat && !document.hidden;
  }
}
