import type { Ending } from '../../../conversation/conversation';
import type { download, fetchFile, upload } from '../../../transport/files';
import type { saveChatReceipt } from '../../../transport/receipts';
import type { Attention, Wishes } from '../state/attention';
import type { StageView, ViewContext } from './context';

/** How a chat is drawn, and its end. */
export interface ChatViews {
  readonly chatView: (context: ViewContext) => StageView;
  readonly endedView: (context: ViewContext, ending: Ending) => StageView;
}

/** What the panel has of the view of a chat, which comes behind it: who sees no chat sends no files. */
export interface ChatPart extends ChatViews {
  readonly styles: string;
  readonly attentionOf: (root: ShadowRoot, wishes: Wishes) => Attention;
  readonly download: typeof download;
  readonly fetchFile: typeof fetchFile;
  readonly upload: typeof upload;
  readonly saveReceipt: typeof saveChatReceipt;
}

/** Where its script leaves it. */
export const chatPartKey = Symbol.for('lethe.chat');
