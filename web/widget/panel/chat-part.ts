import { download, fetchFile, upload } from '../../transport/files';
import { saveChatReceipt } from '../../transport/receipts';
import { words } from '../../words/chat/en';
import { chatMessages } from '../messages/chat/en';
import { Attention } from './state/attention';
import { chatPartKey, type ChatPart } from './view/chat-part';
import { chatViews } from './view/chat-views';
import styles from './view/chat.css';

/** The views of a chat and what it does with files, a script of its own: the form before it is shown without. */
(globalThis as { [chatPartKey]?: ChatPart })[chatPartKey] = {
  ...chatViews(chatMessages, words),
  styles,
  attentionOf: (root, wishes) => new Attention(root, wishes),
  download,
  fetchFile,
  upload,
  saveReceipt: saveChatReceipt,
};
