import type { ChatMessages } from '../../messages/chat/en';
import type { ChatViews } from './chat-part';
import { chatView } from './chat-view';
import type { ChatContext, ViewContext } from './context';
import { endedView } from './ended-view';

/** The views of a chat with their texts, which the panel does without until it has them. */
export function chatViews(own: ChatMessages): ChatViews {
  const withOwn = ({ messages, ...context }: ViewContext): ChatContext => ({
    ...context,
    messages: { ...messages, ...own, problems: { ...messages.problems, ...own.problems } },
  });
  return {
    chatView: (context) => chatView(withOwn(context)),
    endedView: (context, ending) => endedView(withOwn(context), ending),
  };
}
