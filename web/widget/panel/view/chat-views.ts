import type { EndWords } from '../../../words/sentences';
import type { ChatMessages } from '../../messages/chat/en';
import type { ChatViews } from './chat-part';
import { chatView } from './chat-view';
import { problemText, type ChatContext, type ViewContext } from './context';
import { endedView } from './ended-view';

/** The views of a chat with their texts, which the panel does without until it has them. */
export function chatViews(own: ChatMessages, ownWords: EndWords): ChatViews {
  return {
    chatView: (context) => chatView(withTexts(own, ownWords, context)),
    endedView: (context, ending) => endedView(withTexts(own, ownWords, context), ending),
  };
}

/** What the views of a chat have: their texts come with them, and not with the form. */
export function withTexts(
  own: ChatMessages,
  ownWords: EndWords,
  context: ViewContext,
): ChatContext {
  const { messages: ofPanel, language } = context;
  const problems = { ...ofPanel.problems, ...own.problems };
  const messages = { ...ofPanel, ...own, problems };
  const told = { ...context, messages, words: { ...context.words, ...ownWords } };
  return {
    ...told,
    files: { messages, language, problem: (code) => problemText(told, code) },
  };
}
