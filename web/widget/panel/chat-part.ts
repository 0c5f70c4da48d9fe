import { download, fetchFile, upload } from '../../transport/files';
import { chatPartKey, type ChatPart } from './view/chat-part';
import { chatView } from './view/chat-view';
import { endedView } from './view/ended-view';
import styles from './view/chat.css';

/** The views of a chat and what it does with files, a script of its own: the form before it is shown without. */
(globalThis as { [chatPartKey]?: ChatPart })[chatPartKey] = {
  chatView,
  endedView,
  styles,
  download,
  fetchFile,
  upload,
};
