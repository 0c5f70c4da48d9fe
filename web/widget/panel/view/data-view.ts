import { button, el } from '../../../design/element';
import { getMe, type Held } from '../../../protocol/generated';
import { fill, plural } from '../../../text/catalogue';
import { dateAndTime, number } from '../../../text/format';
import { save } from '../../../transport/files';
import type { DataWords, Words } from '../../../words/sentences';
import type { DataMessages } from '../../messages/data/en';
import type { PanelMessages } from '../../messages/en';
import { sectionsOf, type Label, type Row, type Section } from '../state/held-rows';
import { OwnDataKeeper, type OwnData } from '../state/own-data';
import type { PanelModel } from '../state/panel-model';
import { problemText, told, type StageView, type ViewContext } from './context';
import { paragraphs } from './notice-views';

/** Whose own texts come with these views. */
export interface DataContext extends ViewContext {
  readonly messages: PanelMessages & DataMessages;
  readonly words: Words & DataWords;
}

/** More values than this are folded. */
const UNFOLDED = 3;

/** What is held of the person now, in words; a way to keep it, and one to have it destroyed. */
export function dataView(context: DataContext, withdraw: () => void): StageView {
  const { messages, words, intents } = context;
  const said = el('div', { class: 'told', testid: 'data-said', attrs: { role: 'status' } });
  const sections = el('div', { class: 'held' });
  const keep = button(messages.save, () => keeper.answer && saveHeld(keeper.answer), {
    class: 'plain',
    testid: 'data-save',
  });
  const look = button(messages.look, () => void keeper.ask(), {
    class: 'plain',
    testid: 'data-look',
  });
  const destroy = button(messages.withdrawYes, withdraw, {
    class: 'danger',
    testid: 'data-withdraw',
  });
  const back = button(messages.back, () => intents.hideData(), {
    class: 'plain',
    testid: 'data-back',
  });
  const saveWhat = el('p', {}, words.saveWhat);
  const officers = el('p', { testid: 'data-officers' }, words.heldOfficers);
  const destroyWhat = el('p', {}, words.destroyWhat);
  const heading = el('h3', { attrs: { tabindex: '-1' } }, messages.yourData);
  let model: PanelModel | undefined;
  let data: OwnData = { kind: 'asking' };

  const draw = (): void => {
    const held = data.kind === 'held' ? sectionsOf(data.held) : [];
    said.replaceChildren(...paragraphs([saidOf(context, data, held.length)]));
    sections.replaceChildren(...held.map((each) => sectionView(context, model, each)));
    keep.hidden = saveWhat.hidden = officers.hidden = held.length === 0;
    look.hidden = data.kind === 'asking' || data.kind === 'nowhere';
  };
  const keeper = new OwnDataKeeper({
    ask: () => intents.askAsMe(getMe()),
    show: (next) => {
      data = next;
      draw();
    },
  });
  void keeper.ask();
  // A browser may keep a page that was left, to come back to it.
  const onLeft = (): void => intents.hideData();
  addEventListener('pagehide', onLeft);

  return {
    element: el(
      'section',
      { class: 'notice', testid: 'your-data', attrs: { 'aria-label': messages.yourData } },
      heading,
      said,
      el('div', { class: 'choices' }, back, look, keep),
      saveWhat,
      sections,
      officers,
      destroyWhat,
      el('div', { class: 'choices' }, destroy),
    ),
    update: (next) => {
      const isTold = model?.use !== next.use;
      model = next;
      destroy.hidden = destroyWhat.hidden = !next.held;
      if (next.isHidden) {
        keeper.letGo();
      }
      // What the account does with data may be known only now.
      if (isTold) {
        draw();
      }
    },
    focus: () => heading.focus(),
    leave: () => {
      removeEventListener('pagehide', onLeft);
      keeper.forget();
      sections.replaceChildren();
    },
  };
}

function saidOf({ messages, words, language, ...rest }: DataContext, data: OwnData, count: number) {
  switch (data.kind) {
    case 'asking':
      return messages.starting;
    case 'nowhere':
      return words.heldNowhere;
    case 'old':
      return words.heldOld;
    case 'failed':
      return problemText({ messages, words, language, ...rest }, data.problem);
    case 'held':
      return fill(count === 0 ? words.heldNothing : words.heldAt, {
        when: dateAndTime(data.held.at, language),
      });
  }
}

function sectionView(
  context: DataContext,
  model: PanelModel | undefined,
  { kind, since, rows, isDamaged }: Section,
): HTMLElement {
  const { messages, words, language } = context;
  const when =
    since === undefined ? '' : fill(messages.since, { when: dateAndTime(since, language) });
  const place = kind === 'visit' ? 'heldVisit' : kind === 'chat' ? 'heldChat' : 'heldLetter';
  return el(
    'section',
    { testid: `held-${kind}` },
    el('h4', {}, messages[kind], ' ', el('small', {}, when)),
    el('dl', {}, ...rows.flatMap((row) => rowView(context, row))),
    ...paragraphs([
      ...(rows.some(({ label }) => 'text' in label && label.text === 'files') && kind === 'chat'
        ? [words.heldFiles]
        : []),
      ...(isDamaged ? [words.heldDamaged] : []),
      ...(model === undefined ? [] : told(context, model, place)),
    ]),
  );
}

function rowView(context: DataContext, { label, values, times }: Row): readonly HTMLElement[] {
  // A time beside a text of another direction is not part of it.
  const lines = values.map((value, index) =>
    el('div', {}, el('bdi', { attrs: { dir: 'auto' } }, value), timeOf(context, times?.[index])),
  );
  const list =
    lines.length > UNFOLDED
      ? [el('details', {}, el('summary', {}, allOf(context, lines.length)), ...lines)]
      : lines;
  return [el('dt', {}, el('bdi', {}, labelOf(context, label))), el('dd', {}, ...list)];
}

function allOf({ messages, language }: DataContext, count: number): string {
  return fill(messages.showAll, { count: number(count, language) });
}

function timeOf({ language }: DataContext, time: string | undefined): HTMLElement | undefined {
  return time === undefined || Number.isNaN(Date.parse(time))
    ? undefined
    : el('small', {}, ` ${dateAndTime(time, language)}`);
}

function labelOf({ messages, language }: DataContext, label: Label): string {
  if ('given' in label) {
    return label.given;
  }
  return 'pages' in label ? plural(messages.pages, label.pages, language) : messages[label.text];
}

/** A file that the browser makes of the answer as it came; nothing of it stays in this page. */
function saveHeld(held: Held): void {
  const name = `your-data-${held.at.replace(/[:.]/g, '-')}.json`;
  save(JSON.stringify(held, undefined, 2), 'application/json', name);
}
