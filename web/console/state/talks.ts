import { unacknowledged } from '../../conversation/conversation';
import type { ConversationKeeper } from '../../conversation/conversation-keeper';
import { Pictures, type PicturePorts } from '../../conversation/view/pictures';
import type { ChatId, DeskServerFrame } from '../../protocol/generated';

type TalkFrame = Extract<DeskServerFrame, { type: 'message' | 'sent' | 'typing' | 'read' }>;

/** The conversations of a desk, by chat. */
export class Talks extends Map<ChatId, ConversationKeeper> {
  /** They outlive the view of a chat, which goes when another tab is selected. */
  private readonly drawn = new Map<ChatId, Pictures>();

  pictures(chat: ChatId, ports: PicturePorts): Pictures {
    const pictures = this.drawn.get(chat) ?? new Pictures(ports);
    this.drawn.set(chat, pictures);
    return pictures;
  }

  /** The chats that a list does not have. */
  missingIn(list: readonly { readonly chat: ChatId }[]): ChatId[] {
    const listed = new Set(list.map(({ chat }) => chat));
    return [...this.keys()].filter((chat) => !listed.has(chat));
  }

  /** Lets go of what was said in a chat, and of what was drawn. */
  forget(chat: ChatId): void {
    this.get(chat)?.stop();
    this.delete(chat);
    this.drawn.get(chat)?.release();
    this.drawn.delete(chat);
  }

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
      ({ current }) => unacknowledged(current).length + current.tray.length > 0,
    );
  }

  /** How far each was read, so that a new connection tells what came after. */
  seen(): Record<ChatId, number> {
    return Object.fromEntries([...this].map(([chat, talk]) => [chat, talk.current.upTo]));
  }
}
