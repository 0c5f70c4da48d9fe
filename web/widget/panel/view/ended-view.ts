import type { Ending } from '../../../conversation/conversation';
import type { ChatReceiptId } from '../../../protocol/generated';
import { fill, plural } from '../../../text/catalogue';
import { dateAndTime } from '../../../text/format';
import { problemText, told, type ChatContext, type StageView } from './context';
import { button, el, setText } from '../../../design/element';
import { noticeView, paragraphs, say, withNumber } from './notice-views';

/** What remains on the page of a chat: how much was destroyed, and when, its receipt, the number of its letters, and what is mailed of it. */
export function endedView(context: ChatContext, ending: Ending): StageView {
  const { messages, words } = context;
  if (ending.lost) {
    const lost = paragraphs([words.lost]);
    return noticeView(context, 'chat-lost', messages.lostTitle, lost, messages.again);
  }
  const reason = reasonOf(context, ending.reason);
  const mailed = el('div', { class: 'told', testid: 'chat-mailed' });
  const view = noticeView(
    context,
    'chat-destroyed',
    messages.destroyedTitle,
    [
      ...(reason === undefined ? [] : paragraphs([reason])),
      ...countsOf(context, ending.destroyed),
      ...(isWithoutLetters(ending.reason) ? paragraphs([words.mailedNot]) : []),
      // Of what was erased nobody expects any.
      ...(isWithoutLetters(ending.reason) || ending.reason === 'erasure' ? [] : [mailed]),
    ],
    messages.again,
  );
  return { ...view, update: (model) => say(mailed, told(context, model, 'ended')) };
}

/** Of what nobody could end properly no letters are made, nor of what went with its account. */
function isWithoutLetters(reason: Ending['reason']): boolean {
  return reason === 'deadline' || reason === 'closed';
}

function countsOf(context: ChatContext, destroyed: Ending['destroyed']): readonly HTMLElement[] {
  const { messages, words, language } = context;
  if (destroyed === undefined) {
    return paragraphs([words.destroyed]);
  }
  const when = dateAndTime(destroyed.at, language);
  const { messages: written, files } = destroyed;
  return [
    el('p', { testid: 'destroyed-at' }, fill(words.destroyedAt, { when })),
    el(
      'ul',
      {},
      counted('destroyed-messages', plural(messages.destroyedMessages, written, language)),
      counted('destroyed-files', plural(messages.destroyedFiles, files, language)),
    ),
    ...receiptOf(context, destroyed.receipt),
    ...(destroyed.reference === undefined
      ? []
      : [withNumber(words.reference, 'reference', destroyed.reference)]),
  ];
}

/** Its number, which whoever has it can fetch it by, and a way to keep it. */
function receiptOf(
  context: ChatContext,
  receipt: ChatReceiptId | undefined,
): readonly HTMLElement[] {
  if (receipt === undefined) {
    return [];
  }
  const { messages, words, intents } = context;
  const problem = el('p', {
    class: 'problem',
    testid: 'receipt-problem',
    attrs: { role: 'alert' },
  });
  const keep = (): void => {
    void intents
      .saveReceipt(receipt)
      .then((code) => setText(problem, code === undefined ? '' : problemText(context, code)));
  };
  return [
    withNumber(words.receiptOfChat, 'receipt', receipt),
    button(messages.saveReceipt, keep, { class: 'plain', testid: 'receipt-save' }),
    problem,
  ];
}

function counted(testid: string, text: string): HTMLElement {
  return el('li', { testid }, text);
}

function reasonOf({ messages }: ChatContext, reason: string | undefined): string | undefined {
  switch (reason) {
    case 'left':
      return messages.endedLeft;
    case 'idle':
      return messages.endedIdle;
    case 'limit':
      return messages.endedLimit;
    case 'deadline':
      return messages.endedDeadline;
    case 'closed':
      return messages.endedClosed;
    case 'erasure':
      return messages.endedErasure;
    default:
      return undefined;
  }
}
