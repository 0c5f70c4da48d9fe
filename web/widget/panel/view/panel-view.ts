import { direction, fill } from '../../../text/catalogue';
import type { Place } from '../../../words/sentences';
import { inChat, initialModel, type PanelModel, type Stage } from '../state/panel-model';
import type { ChatViews } from './chat-part';
import { told, type StageView, type ViewContext } from './context';
import { button, el, setText } from '../../../design/element';
import { chatFormView, offlineFormView } from './form-views';
import { dataIcon, endIcon, minimiseIcon } from '../../../design/icons';
import {
  erasedView,
  loadingView,
  nobodyView,
  refusedView,
  startingView,
  thanksView,
  withdrawnView,
} from './notice-views';
import { Question } from './question';

/** Where the panel covers the page, as in its style sheet. */
const FULL_SCREEN = '(max-width: 480px), (max-height: 420px)';

/** The panel: a header that stays, and the view of the present stage below it. */
export class PanelView {
  private readonly title = el('h2', { class: 'title', testid: 'panel-title' });
  private readonly body = el('div', { class: 'body' });
  private readonly endButton: HTMLButtonElement;
  private readonly dataButton: HTMLButtonElement;
  private readonly end: Question;
  private readonly withdraw: Question;
  private readonly element: HTMLElement;
  private model = initialModel;
  private chat: ChatViews | undefined;
  private chatState: 'absent' | 'coming' | 'failed' = 'absent';
  private shown: { readonly key: string; readonly view: StageView } | undefined;
  private readonly page = matchMedia(FULL_SCREEN);
  private wasOpen = false;
  /** False from a reload with an open panel on, until the person comes to the panel. */
  private mayFocus = true;

  constructor(
    root: ShadowRoot,
    private readonly context: ViewContext,
    private readonly loadChat: () => Promise<ChatViews>,
    private readonly onClosed: () => void,
  ) {
    const { messages, intents, language } = context;
    this.end = this.question('chat-end', messages.endYes, messages.endNo, () => intents.end());
    this.withdraw = this.question('withdraw', messages.withdrawYes, messages.withdrawNo, () =>
      intents.revoke(),
    );
    this.endButton = button(
      messages.end,
      () => this.ask(this.end, messages.endQuestion, ...told(context, this.model, 'talk')),
      { class: 'icon', icon: endIcon, testid: 'chat-end' },
    );
    this.dataButton = button(
      messages.yourData,
      () => this.ask(this.withdraw, ...told(context, this.model, withdrawalOf(this.model.stage))),
      { class: 'icon', icon: dataIcon, testid: 'withdraw' },
    );
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
      this.body,
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
    // Behind the form, so that a chat finds it there.
    if (this.chatState === 'absent' && (model.open || inChat(model.stage))) {
      this.fetchChat();
    }
    const key = this.viewKey(model);
    if (key !== this.shown?.key) {
      this.closeQuestions();
      this.shown?.view.leave?.();
      this.shown?.view.tool?.remove();
      this.shown = { key, view: this.viewOf(model) };
      const { element, tool } = this.shown.view;
      this.body.replaceChildren(element);
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
    setText(this.title, this.titleOf(model.stage));
    this.shown.view.update(model);
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
          this.shown?.view.focus();
        }
      });
    }
  }

  private viewOf({ stage, use }: PanelModel): StageView {
    switch (stage.kind) {
      case 'starting':
        return startingView(this.context);
      case 'form':
        return chatFormView(this.context);
      case 'offline':
        return use?.offlineMessages === false
          ? nobodyView(this.context)
          : offlineFormView(this.context, stage.written ?? {});
      case 'queued':
      case 'active':
      case 'ending':
        return this.chat?.chatView(this.context) ?? this.loadingChat();
      case 'ended':
        return this.chat?.endedView(this.context, stage.ending) ?? this.loadingChat();
      case 'thanks':
        return thanksView(this.context, stage.reference);
      case 'erased':
        return erasedView(this.context);
      case 'withdrawn':
        return withdrawnView(this.context);
      case 'refused':
        return refusedView(this.context, stage.problem);
    }
  }

  private loadingChat(): StageView {
    return loadingView(this.context, this.chatState === 'failed', () => {
      this.fetchChat();
      this.render(this.model);
    });
  }

  /** Stages with the same key share a view, which is updated instead of made anew. */
  private viewKey({ stage, use }: PanelModel): string {
    if (stage.kind === 'offline' && use?.offlineMessages === false) {
      return 'nobody';
    }
    if (this.chat === undefined && (inChat(stage) || stage.kind === 'ended')) {
      return this.chatState;
    }
    return inChat(stage) ? 'chat' : stage.kind;
  }

  private fetchChat(): void {
    this.chatState = 'coming';
    const drawn = (): void => this.render(this.model);
    this.loadChat().then(
      (views) => {
        this.chat = views;
        drawn();
      },
      () => {
        this.chatState = 'failed';
        drawn();
      },
    );
  }

  private titleOf(stage: Stage): string {
    const { messages } = this.context;
    const named = stage.kind === 'active' && stage.operator !== undefined;
    return named ? fill(messages.talkingTo, { name: stage.operator }) : messages.title;
  }

  private question(testid: string, yes: string, no: string, onYes: () => void): Question {
    const onClosed = (): void => this.shown?.view.focus();
    return new Question({ testid, yes, no, onYes, onClosed });
  }

  private get questions(): readonly Question[] {
    return [this.end, this.withdraw];
  }

  /** One question at a time. */
  private ask(question: Question, ...sentences: readonly string[]): void {
    this.closeQuestions();
    question.ask(sentences);
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
        this.context.intents.close();
      }
    } else if (event.key === 'Tab' && this.page.matches) {
      this.stayInside(event);
    }
  }

  /** Behind a panel that covers the page, the page is not to be reached. */
  private stayInside(event: KeyboardEvent): void {
    const all = this.element.querySelectorAll<HTMLElement>(
      'button, input, textarea, a, [tabindex="0"]',
    );
    const reachable = [...all].filter((each) => each.tabIndex >= 0 && each.checkVisibility());
    const [first, last] = [reachable[0], reachable.at(-1)];
    if (event.target === (event.shiftKey ? first : last)) {
      event.preventDefault();
      (event.shiftKey ? last : first)?.focus();
    }
  }
}

function withdrawalOf(stage: Stage): Place {
  return inChat(stage) ? 'withdrawChat' : 'withdrawVisit';
}
