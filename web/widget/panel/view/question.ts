import { button, el } from '../../../design/element';

interface QuestionPlan {
  /** What the handles in the page begin with. */
  readonly testid: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  /** The question is taken back, in whatever way. */
  readonly onClosed: () => void;
}

/** Asks before something is destroyed. The focus stands on going on: Enter, pressed once too often, destroys nothing. */
export class Question {
  readonly element: HTMLElement;
  private readonly text: HTMLElement;
  private readonly no: HTMLButtonElement;

  constructor(private readonly plan: QuestionPlan) {
    const { testid, yes, no, onYes } = plan;
    const id = `${testid}-question`;
    this.text = el('div', { testid: id, attrs: { id } });
    this.no = button(no, () => this.close(), { class: 'plain', testid: `${testid}-cancel` });
    const sure = button(
      yes,
      () => {
        this.close();
        onYes();
      },
      { class: 'danger', testid: `${testid}-confirm` },
    );
    this.element = el(
      'div',
      { class: 'confirm', attrs: { role: 'alertdialog', 'aria-labelledby': id } },
      this.text,
      el('div', { class: 'choices' }, this.no, sure),
    );
    this.element.hidden = true;
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  ask(sentences: readonly string[]): void {
    this.text.replaceChildren(...sentences.map((sentence) => el('p', {}, sentence)));
    this.element.hidden = false;
    this.no.focus();
  }

  close(): void {
    if (this.isOpen) {
      this.element.hidden = true;
      this.plan.onClosed();
    }
  }
}
