import { unacknowledged } from '../../conversation/conversation';
import type { ConversationKeeper } from '../../conversation/conversation-keeper';
import type { ChatId, DeskServerFrame } from '../../protocol/generated';

type TalkFrame = Extract<DeskServerFrame, { type: 'message' | 'sent' | 'typing' | 'read' }>;

/** The conversations of a desk, by chat. */
export class Talks extends Map<ChatId, ConversationKeeper> {
  /** What is said in a chat is heard by its conversation, if the desk has it. */
  hear(frame: TalkFrame): void {
    const talk = this.get(frame.chat);
    switch (frame.type) {
      case 'message': {
        const { type: _type, chat: _chat, ...message } = frame;
        talk?.onMessage(message);
        break;
      }
      case 'sent':
        talk?.onSent(frame);
        break;
      case 'typing':
        talk?.onTyping(frame.from, frame.on);
        break;
      case 'read':
        talk?.onRead(frame.from, frame.seq);
        break;
    }
  }

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
