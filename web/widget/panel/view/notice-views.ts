import type { Ending } from '../../../conversation/conversation';
import { fill, plural } from '../../../text/catalogue';
import { dateAndTime } from '../../../text/format';
import { problemText, type StageView, type ViewContext } from './context';
import { button, el } from './element';
import type { FailureCode } from '../../../protocol/errors';

/** What remains on the page of a chat: how much was destroyed, and when. */
export function endedView(context: ViewContext, ending: Ending): StageView {
  const { messages, language } = context;
  const { destroyed, lost } = ending;
  if (lost) {
    const text = problemText(context, 'scope-lost');
    return noticeView(
      context,
      'chat-lost',
      messages.lostTitle,
      [el('p', {}, text)],
      messages.again,
    );
  }
  const reason = reasonOf(context, ending.reason);
  return noticeView(
    context,
    'chat-destroyed',
    messages.destroyedTitle,
    [
      ...(reason === undefined ? [] : [el('p', {}, reason)]),
      ...(destroyed === undefined
        ? [el('p', {}, messages.destroyedUncounted)]
        : [
            el(
              'p',
              { testid: 'destroyed-at' },
              fill(messages.destroyedAt, { time: dateAndTime(destroyed.at, language) }),
            ),
            el(
              'ul',
              {},
              counted(
                'destroyed-messages',
                plural(messages.destroyedMessages, destroyed.messages, language),
              ),
              counted(
                'destroyed-files',
                plural(messages.destroyedFiles, destroyed.files, language),
              ),
            ),
          ]),
      ...(ending.reason === 'erasure' ? [] : [el('p', {}, messages.mailedPerhaps)]),
    ],
    messages.again,
  );
}

export function erasedView(context: ViewContext): StageView {
  const { erasedTitle, erased, again } = context.messages;
  return noticeView(context, 'visit-erased', erasedTitle, [el('p', {}, erased)], again);
}

export function thanksView(context: ViewContext): StageView {
  const { thanks, thanksMore } = context.messages;
  return noticeView(context, 'offline-thanks', thanks, [el('p', {}, thanksMore)], undefined);
}

export function refusedView(context: ViewContext, problem: FailureCode): StageView {
  const { refusedTitle } = context.messages;
  const text = problemText(context, problem);
  return noticeView(context, 'chat-refused', refusedTitle, [el('p', {}, text)], undefined);
}

export function startingView({ messages }: ViewContext): StageView {
  const element = el('p', { class: 'notice', attrs: { role: 'status' } }, messages.starting);
  return { element, update: () => undefined, focus: () => undefined };
}

function noticeView(
  { intents }: ViewContext,
  testid: string,
  title: string,
  body: readonly HTMLElement[],
  again: string | undefined,
): StageView {
  const heading = el('h3', { attrs: { tabindex: '-1' } }, title);
  const onwards =
    again === undefined
      ? undefined
      : button(again, () => intents.again(), { class: 'primary', testid: 'chat-again' });
  const element = el(
    'div',
    { class: 'notice', testid, attrs: { role: 'status' } },
    heading,
    ...body,
    onwards,
  );
  return { element, update: () => undefined, focus: () => heading.focus() };
}

function counted(testid: string, text: string): HTMLElement {
  return el('li', { testid }, text);
}

function reasonOf({ messages }: ViewContext, reason: string | undefined): string | undefined {
  switch (reason) {
    case 'left':
      return messages.endedLeft;
    case 'idle':
      return messages.endedIdle;
    case 'limit':
      return messages.endedLimit;
    case 'erasure':
      return messages.endedErasure;
    default:
      return undefined;
  }
}
