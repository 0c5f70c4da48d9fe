import {
  emptyConversation,
  type Conversation,
  type Ending,
} from '../../../conversation/conversation';
import type { FailureCode } from '../../../protocol/errors';
import type {
  ChatRequest,
  DataUse,
  Instant,
  ReceiptId,
  ReferenceNumber,
} from '../../../protocol/generated';
import type { Connection } from '../../../transport/socket';

/** What a visitor filled in before a chat. */
export type Written = Partial<Omit<ChatRequest, 'consent'>>;

/** Where the visitor stands. A stage holds what only it needs, so leaving it forgets it. */
export type Stage =
  | { readonly kind: 'starting' }
  | { readonly kind: 'form'; readonly busy: boolean; readonly problem?: FailureCode }
  | { readonly kind: 'queued'; readonly position?: number }
  | { readonly kind: 'active'; readonly operator?: string }
  | { readonly kind: 'ending'; readonly operator?: string }
  | { readonly kind: 'ended'; readonly ending: Ending }
  | {
      readonly kind: 'offline';
      readonly busy: boolean;
      readonly problem?: FailureCode;
      /** What found nobody; the offline form starts with it. */
      readonly written?: Written;
    }
  | { readonly kind: 'thanks'; readonly reference: ReferenceNumber }
  | { readonly kind: 'erased' }
  | { readonly kind: 'withdrawn'; readonly outcome: Withdrawal }
  | { readonly kind: 'refused'; readonly problem: FailureCode };

/** How far the destruction is that a withdrawn consent asks for. */
export type Withdrawal =
  | { readonly kind: 'working' }
  | { readonly kind: 'failed'; readonly problem: FailureCode }
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'destroyed';
      readonly at: Instant;
      readonly receipt: ReceiptId;
      /** Every service has answered. */
      readonly signed: boolean;
    };

export interface PanelModel {
  readonly open: boolean;
  readonly stage: Stage;
  /** What is held of the person is shown, above the stage. */
  readonly data: boolean;
  /** What the account does with data, once it was asked for. */
  readonly use?: DataUse;
  /** Whether there is a visit or a chat, and so a consent to withdraw. */
  readonly held: boolean;
  /** The question that the form asked: the visitor's first words, which the log begins with. */
  readonly asked?: { readonly text: string; readonly at: Instant };
  readonly conversation: Conversation;
  readonly connection: Connection;
  /** It was lost for so long that nothing of the chat is shown any more. */
  readonly isHidden: boolean;
  /** How often that happened: what is written without a connection goes each time. */
  readonly hidings: number;
  readonly unread: number;
  /** What the operator wrote since the person last looked at an open panel. */
  readonly missed: number;
  /** The visitor wants no tone. */
  readonly muted: boolean;
  /** A passing problem, such as a file that was not accepted. */
  readonly notice?: FailureCode;
}

export const initialModel: PanelModel = {
  open: false,
  data: false,
  held: false,
  stage: { kind: 'starting' },
  conversation: emptyConversation,
  connection: 'closed',
  isHidden: false,
  hidings: 0,
  unread: 0,
  missed: 0,
  muted: false,
};

export function inChat(stage: Stage): boolean {
  return stage.kind === 'queued' || stage.kind === 'active' || stage.kind === 'ending';
}

/** The model without anything of the chat: what an end, of whatever kind, leaves. */
export function forgotten({ open, muted, use }: PanelModel, stage: Stage): PanelModel {
  return { ...initialModel, open, muted, stage, ...(use === undefined ? {} : { use }) };
}

/** The model with a change, and without what is said no more. */
export function changed(
  model: PanelModel,
  change: Partial<PanelModel>,
  without: readonly ('notice' | 'asked')[],
): PanelModel {
  const next = { ...model, ...change };
  if (without.includes('notice')) {
    delete next.notice;
  }
  if (without.includes('asked')) {
    delete next.asked;
  }
  return next;
}
