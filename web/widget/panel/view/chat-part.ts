import type { StageView, ViewContext } from './context';

/** What the panel has of the view of a chat, which comes behind it. */
export interface ChatPart {
  readonly chatView: (context: ViewContext) => StageView;
  readonly styles: string;
}

/** Where its script leaves it. */
export const chatPartKey = Symbol.for('lethe.chat');
