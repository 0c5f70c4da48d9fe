import type { Place } from '../../../words/sentences';
import type { PanelModel } from '../state/panel-model';
import { told, type ViewContext } from './context';
import { el } from '../../../design/element';

/** The words that sending a form agrees to: one line that is true by itself, and behind it each thing by name. */
export interface ConsentView {
  readonly element: HTMLElement;
  update(model: PanelModel): void;
  /** As they are shown: what is recorded. */
  text(): string;
}

export function consentView(context: ViewContext, place: Place, testid: string): ConsentView {
  const line = el('p', { attrs: { id: testid } });
  const all = el('div', { class: 'all' });
  const more = el('details', {}, el('summary', {}, context.messages.whatExactly), all);
  let sentences: readonly string[] = [];
  return {
    element: el('div', { class: 'consent', testid }, line, more),
    update: (model) => {
      const now = told(context, model, place);
      if (now.join() !== sentences.join()) {
        sentences = now;
        const [first = '', ...others] = now;
        line.textContent = first;
        all.replaceChildren(...others.map((sentence) => el('p', {}, sentence)));
      }
    },
    text: () => sentences.join(' '),
  };
}
