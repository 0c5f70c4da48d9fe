import { unacknowledged } from '../../conversation/conversation';
import type { ConversationKeeper } from '../../conversation/conversation-keeper';
import type { ChatId } from '../../protocol/generated';

/** The conversations of a desk, by chat. */
export class Talks extends Map<ChatId, ConversationKeeper> {
  areSending(): boolean {
    return [...this.values()].some(
      ({ current }) => unacknowledged(current).length + current.uploads.length > 0,
    );
  }

  /** How far each was read, so that a new connection tells what came after. */
  seen(): Record<ChatId, number> {
    return Object.fromEntries([...this].map(([chat, talk]) => [chat, talk.current.upTo]));
  }
}
