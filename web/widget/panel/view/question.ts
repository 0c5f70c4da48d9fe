import { button, el } from '../../../design/element';

export interface QuestionPlan {
  /** What the handles in the page begin with. */
  readonly testid: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  /** What else can be done than yes or no. */
  readonly more?: { readonly label: string; readonly onMore: () => void };
  /** The question is taken back, in whatever way. */
  readonly onClosed: () => void;
}

/** Asks before something is destroyed. The focus stands on going on: Enter, pressed once too often, destroys nothing. */
export class Question {
  readonly element: HTMLElement;
  private readonly text: HTMLElement;
  private readonly no: HTMLButtonElement;

  constructor(private readonly plan: QuestionPlan) {
    const { testid, yes, no, onYes, more } = plan;
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
    const other =
      more &&
      button(
        more.label,
        () => {
          this.close();
          more.onMore();
        },
        { class: 'plain', testid: `${testid}-more` },
      );
    this.element = el(
      'div',
      { class: 'confirm', attrs: { role: 'alertdialog', 'aria-labelledby': id } },
      this.text,
      el('div', { class: 'choices' }, this.no, sure, other),
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
