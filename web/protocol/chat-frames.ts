import type { ClientMessageId, FileId, Instant, ReceiptId } from './ids';

/** Socket `/v1/chats/{chat}/socket`: the visitor's side of one chat. */
export type Side = 'visitor' | 'operator' | 'system';
export type ChatState = 'queued' | 'active' | 'ending' | 'ended';
export type EndReason = 'visitor' | 'operator' | 'idle' | 'limit' | 'erasure';

export interface FileInfo {
  readonly file: FileId;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

export interface ChatMessage {
  readonly seq: number;
  readonly id: ClientMessageId;
  readonly from: Side;
  readonly name?: string;
  readonly text?: string;
  readonly file?: FileInfo;
  readonly at: Instant;
}

/** What the end of a chat removed. */
export interface Destroyed {
  readonly messages: number;
  readonly files: number;
  readonly at: Instant;
}

export interface Ended {
  readonly reason: EndReason;
  readonly destroyed: Destroyed;
  readonly receipt?: ReceiptId;
}

export interface SendFrame {
  readonly id: ClientMessageId;
  readonly text?: string;
  readonly file?: FileId;
}

export type ChatClientFrame =
  | { readonly type: 'hello'; readonly token: string; readonly after: number }
  | ({ readonly type: 'send' } & SendFrame)
  | { readonly type: 'typing'; readonly on: boolean }
  | { readonly type: 'read'; readonly seq: number }
  | { readonly type: 'end' };

export type ChatServerFrame =
  | {
      readonly type: 'ready';
      readonly chat: string;
      readonly state: ChatState;
      readonly seq: number;
      readonly operator?: string;
      readonly token?: string;
    }
  | ({ readonly type: 'message' } & ChatMessage)
  | {
      readonly type: 'sent';
      readonly id: ClientMessageId;
      readonly seq: number;
      readonly at: Instant;
    }
  | { readonly type: 'typing'; readonly from: Side; readonly on: boolean }
  | { readonly type: 'read'; readonly from: Side; readonly seq: number }
  | {
      readonly type: 'state';
      readonly state: ChatState;
      readonly position?: number;
      readonly operator?: string;
    }
  | ({ readonly type: 'ended' } & Ended)
  | {
      readonly type: 'error';
      readonly code: string;
      readonly retryable: boolean;
      readonly id?: ClientMessageId;
    };
