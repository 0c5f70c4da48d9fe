import type { download, upload } from '../../../transport/files';
import type { StageView, ViewContext } from './context';

/** What the panel has of the view of a chat, which comes behind it: who sees no chat sends no files. */
export interface ChatPart {
  readonly chatView: (context: ViewContext) => StageView;
  readonly styles: string;
  readonly download: typeof download;
  readonly upload: typeof upload;
}

/** Where its script leaves it. */
export const chatPartKey = Symbol.for('lethe.chat');
