import { chatPartKey, type ChatPart } from './view/chat-part';
import { chatView } from './view/chat-view';
import { endedView } from './view/ended-view';
import styles from './view/chat.css';

/** The view of a chat, a script of its own: the form before it is shown without. */
(globalThis as { [chatPartKey]?: ChatPart })[chatPartKey] = {
  chatView,
  endedView,
  styles,
};
