import { problemsOfFiles, talk } from '../../../conversation/messages/en';
import type { FileTexts, TalkMessages } from '../../../conversation/view/file-texts';
import type { PanelMessages } from '../../messages/en';
import { problemText, type ViewContext } from './context';

/** What the views of a chat have: their texts come with them, and not with the form. */
export interface ChatContext extends ViewContext {
  readonly messages: PanelMessages & TalkMessages;
  /** For the views of files, which both front ends share. */
  readonly files: FileTexts;
}

export function inChat(context: ViewContext): ChatContext {
  const { messages: ofPanel, language } = context;
  const problems = { ...ofPanel.problems, ...problemsOfFiles };
  const messages = { ...ofPanel, ...talk, problems };
  const own = { ...context, messages };
  return {
    ...own,
    files: { messages, language, problem: (code) => problemText(own, code) },
  };
}
