import type { ChatMessage, ChatState, Ended, SendFrame, Side } from './chat-frames';
import type { ChatId, ClientMessageId, Instant, OperatorId, VisitId } from './ids';

/** Socket `/v1/desk/socket`: everything an operator does, over one connection. */
export interface ChatForm {
  readonly chat: ChatId;
  readonly visit: VisitId;
  readonly name: string;
  readonly email?: string;
  readonly question?: string;
  readonly address?: string;
  readonly host?: string;
}

export interface QueueItem extends ChatForm {
  readonly since: Instant;
}

export interface DeskChat extends ChatForm {
  readonly state: ChatState;
  readonly seq: number;
}

export type DeskClientFrame =
  | {
      readonly type: 'hello';
      readonly token: string;
      readonly after: Readonly<Record<ChatId, number>>;
    }
  | { readonly type: 'accept'; readonly chat: ChatId }
  | ({ readonly type: 'send'; readonly chat: ChatId } & SendFrame)
  | { readonly type: 'typing'; readonly chat: ChatId; readonly on: boolean }
  | { readonly type: 'read'; readonly chat: ChatId; readonly seq: number }
  | { readonly type: 'end'; readonly chat: ChatId }
  | { readonly type: 'status'; readonly away: boolean };

export type DeskServerFrame =
  | {
      readonly type: 'ready';
      readonly operator: OperatorId;
      readonly name: string;
      readonly account: string;
    }
  | { readonly type: 'queue'; readonly chats: readonly QueueItem[] }
  | { readonly type: 'chats'; readonly chats: readonly DeskChat[] }
  | ({ readonly type: 'message'; readonly chat: ChatId } & ChatMessage)
  | {
      readonly type: 'sent';
      readonly chat: ChatId;
      readonly id: ClientMessageId;
      readonly seq: number;
      readonly at: Instant;
    }
  | { readonly type: 'typing'; readonly chat: ChatId; readonly from: Side; readonly on: boolean }
  | { readonly type: 'read'; readonly chat: ChatId; readonly from: Side; readonly seq: number }
  | ({ readonly type: 'ended'; readonly chat: ChatId } & Omit<Ended, 'receipt'>)
  | {
      readonly type: 'error';
      readonly code: string;
      readonly retryable: boolean;
      readonly chat?: ChatId;
      readonly id?: ClientMessageId;
    };
