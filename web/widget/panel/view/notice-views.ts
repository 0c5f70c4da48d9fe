import type { FailureCode } from '../../../protocol/errors';
import type { ReferenceNumber } from '../../../protocol/generated';
import { problemText, told, type StageView, type ViewContext } from './context';
import { button, el } from '../../../design/element';

export function erasedView(context: ViewContext): StageView {
  const { erasedTitle, again } = context.messages;
  const erased = paragraphs([context.words.erased]);
  return noticeView(context, 'visit-erased', erasedTitle, erased, again);
}

/** A number is read, and copied, in one piece. */
export function withNumber(
  sentence: string,
  place: 'receipt' | 'reference',
  number: string,
): HTMLElement {
  const [before = '', after = ''] = sentence.split(`{${place}}`);
  return el(
    'p',
    {},
    before,
    el('bdi', { class: 'number', testid: `${place}-number` }, number),
    after,
  );
}

export function thanksView(context: ViewContext, reference: ReferenceNumber): StageView {
  const more = el('div', { class: 'told' });
  const number = withNumber(context.words.reference, 'reference', reference);
  const view = noticeView(
    context,
    'offline-thanks',
    context.messages.thanks,
    [more, number],
    undefined,
  );
  return { ...view, update: (model) => say(more, told(context, model, 'messageSent')) };
}

/** Nobody is there, and the account has nobody to whom a message could be mailed. */
export function nobodyView(context: ViewContext): StageView {
  return noticeView(context, 'chat-nobody', context.messages.nobody, [], undefined);
}

export function refusedView(context: ViewContext, problem: FailureCode): StageView {
  const { refusedTitle, retry } = context.messages;
  const text = paragraphs([problemText(context, problem)]);
  const again = problem === 'origin-refused' ? undefined : retry;
  return noticeView(context, 'chat-refused', refusedTitle, text, again);
}

export function startingView({ messages }: ViewContext): StageView {
  const element = el('p', { class: 'notice', attrs: { role: 'status' } }, messages.starting);
  return { element, update: () => undefined, focus: () => undefined };
}

/** The chat goes on, but how it is drawn is still on its way, or did not come. */
export function loadingView(context: ViewContext, failed: boolean, onRetry: () => void): StageView {
  if (!failed) {
    return startingView(context);
  }
  const again = button(context.messages.retry, onRetry, {
    class: 'primary',
    testid: 'chat-reload',
  });
  const element = el('div', { class: 'notice', attrs: { role: 'alert' } });
  element.append(problemText(context, 'network'), again);
  return { element, update: () => undefined, focus: () => again.focus() };
}

export function noticeView(
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

export function paragraphs(texts: readonly (string | HTMLElement)[]): readonly HTMLElement[] {
  return texts.map((text) => (typeof text === 'string' ? el('p', {}, text) : text));
}

/** Speaks only when there is something new to say. */
export function say(element: HTMLElement, texts: readonly (string | HTMLElement)[]): void {
  const fresh = paragraphs(texts);
  const isSame =
    fresh.length === element.children.length &&
    fresh.every((each, index) => each.isEqualNode(element.children[index] ?? null));
  if (!isSame) {
    element.replaceChildren(...fresh);
  }
}
