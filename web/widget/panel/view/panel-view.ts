import { direction } from '../../../text/catalogue';
import type { Place } from '../../../words/sentences';
import { inChat, initialModel, type PanelModel, type Stage } from '../state/panel-model';
import { told, type StageView, type ViewContext } from './context';
import { button, el, setText } from '../../../design/element';
import { dataIcon, endIcon, minimiseIcon } from '../../../design/icons';
import { Question, type QuestionPlan } from './question';
import { StageViews, type ViewLoaders } from './stage-views';
import { stayInside } from './stay-inside';
import { ViewPlace } from './view-place';

/** Where the panel covers the page, as in its style sheet. */
const FULL_SCREEN = '(max-width: 480px), (max-height: 420px)';

/** The panel: a header that stays, and the view of the present stage below it. */
export class PanelView {
  private readonly title = el('h2', { class: 'title', testid: 'panel-title' });
  private readonly stage = new ViewPlace();
  /** Above the stage, which waits below it as it is. */
  private readonly data = new ViewPlace();
  private readonly endButton: HTMLButtonElement;
  private readonly dataButton: HTMLButtonElement;
  private readonly end: Question;
  private readonly withdraw: Question;
  private readonly element: HTMLElement;
  private model = initialModel;
  private readonly views: StageViews;
  private readonly page = matchMedia(FULL_SCREEN);
  private wasOpen = false;
  /** False from a reload with an open panel on, until the person comes to the panel. */
  private mayFocus = true;

  constructor(
    root: ShadowRoot,
    private readonly context: ViewContext,
    load: ViewLoaders,
    private readonly onClosed: () => void,
  ) {
    const { messages, intents, language } = context;
    this.views = new StageViews(context, load, () => this.render(this.model));
    this.end = this.question({
      testid: 'chat-end',
      yes: messages.endYes,
      no: messages.endNo,
      onYes: () => intents.end(),
    });
    this.withdraw = this.question({
      testid: 'withdraw',
      yes: messages.withdrawYes,
      no: messages.withdrawNo,
      onYes: () => intents.revoke(),
      more: { label: messages.seeData, onMore: () => intents.showData() },
    });
    this.endButton = button(
      messages.end,
      () => this.ask(this.end, messages.endQuestion, ...told(context, this.model, 'talk')),
      { class: 'icon', icon: endIcon, testid: 'chat-end' },
    );
    this.dataButton = button(messages.yourData, () => this.askToWithdraw(), {
      class: 'icon',
      icon: dataIcon,
      testid: 'withdraw',
    });
    const close = button(messages.minimise, () => intents.close(), {
      class: 'icon',
      icon: minimiseIcon,
      testid: 'lethe-close',
    });
    this.element = el(
      'section',
      {
        class: 'panel',
        testid: 'lethe-panel',
        attrs: {
          role: 'dialog',
          'aria-label': messages.title,
          lang: language,
          dir: direction(language),
        },
      },
      el('div', { class: 'head' }, this.title, this.dataButton, this.endButton, close),
      this.withdraw.element,
      this.end.element,
      this.stage.element,
      this.data.element,
    );
    this.element.hidden = true;
    this.element.addEventListener('keydown', (event) => this.onKey(event));
    this.element.addEventListener('focusin', () => {
      this.mayFocus = true;
    });
    root.prepend(this.element);
  }

  /** The panel is shown again after a reload: the focus is the page's. */
  leaveFocus(): void {
    this.mayFocus = false;
  }

  render(model: PanelModel): void {
    this.model = model;
    this.views.want(model);
    const isOther = this.showData(model);
    if (this.stage.show(this.views.keyOf(model), () => this.views.of(model)) || isOther) {
      this.closeQuestions();
      const { tool } = this.stage.view ?? {};
      if (tool !== undefined) {
        this.dataButton.before(tool);
      }
      if (model.open) {
        this.focusSoon();
      }
    }
    this.element.hidden = !model.open;
    this.element.setAttribute('aria-modal', String(this.page.matches));
    this.endButton.hidden = !inChat(model.stage);
    this.dataButton.hidden = !model.held;
    setText(this.title, this.stage.view?.title?.(model) ?? this.context.messages.title);
    this.stage.view?.update(model);
    this.data.view?.update(model);
    if (model.open !== this.wasOpen) {
      this.wasOpen = model.open;
      if (model.open) {
        this.focusSoon();
      } else {
        this.mayFocus = true;
        this.onClosed();
      }
    }
  }

  private focusSoon(): void {
    if (this.mayFocus) {
      // When the element is in the tree and visible, which is after this turn's rendering.
      requestAnimationFrame(() => {
        if (!this.questions.some((question) => question.isOpen)) {
          this.shown?.focus();
        }
      });
    }
  }

  /** Whether another view is in front now. */
  private showData({ data }: PanelModel): boolean {
    this.stage.element.hidden = data;
    this.data.element.hidden = !data;
    if (!data) {
      const was = this.data.view !== undefined;
      this.data.clear();
      return was;
    }
    return this.data.show(this.views.dataKey, () => this.views.data(() => this.askToWithdraw()));
  }

  private get shown(): StageView | undefined {
    return this.data.view ?? this.stage.view;
  }

  private question(plan: Omit<QuestionPlan, 'onClosed'>): Question {
    return new Question({ ...plan, onClosed: () => this.shown?.focus() });
  }

  private get questions(): readonly Question[] {
    return [this.end, this.withdraw];
  }

  /** One question at a time. */
  private ask(question: Question, ...sentences: readonly string[]): void {
    this.closeQuestions();
    question.ask(sentences);
  }

  private askToWithdraw(): void {
    const { context, model } = this;
    this.views.wantOutcome();
    this.ask(this.withdraw, ...told(context, model, withdrawalOf(model.stage)));
  }

  /** Whether there was one. */
  private closeQuestions(): boolean {
    const open = this.questions.filter((question) => question.isOpen);
    open.forEach((question) => question.close());
    return open.length > 0;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (!this.closeQuestions()) {
        this.goBack();
      }
    } else if (event.key === 'Tab' && this.page.matches) {
      stayInside(this.element, event);
    }
  }

  private goBack(): void {
    const { intents } = this.context;
    if (this.model.data) {
      intents.hideData();
    } else {
      intents.close();
    }
  }
}

function withdrawalOf(stage: Stage): Place {
  return inChat(stage) ? 'withdrawChat' : 'withdrawVisit';
}
