import { direction, fill } from '../../../text/catalogue';
import { inChat, type PanelModel, type Stage } from '../state/panel-model';
import { chatView } from './chat-view';
import type { StageView, ViewContext } from './context';
import { button, el, setText } from './element';
import { chatFormView, offlineFormView } from './form-views';
import { endedView, erasedView, refusedView, startingView, thanksView } from './notice-views';

/** Where the panel covers the page, as in its style sheet. */
const FULL_SCREEN = '(max-width: 480px), (max-height: 420px)';

/** The panel: a header that stays, and the view of the present stage below it. */
export class PanelView {
  private readonly title = el('h2', { class: 'title', testid: 'panel-title' });
  private readonly body = el('div', { class: 'body' });
  private readonly endButton: HTMLButtonElement;
  private readonly confirm: HTMLElement;
  private readonly element: HTMLElement;
  private shown: { readonly key: string; readonly view: StageView } | undefined;
  private readonly page = matchMedia(FULL_SCREEN);
  private wasOpen = false;
  /** False from a reload with an open panel on, until the person comes to the panel. */
  private mayFocus = true;

  constructor(
    root: ShadowRoot,
    private readonly context: ViewContext,
    private readonly onClosed: () => void,
  ) {
    const { messages, intents, language } = context;
    this.endButton = button(messages.end, () => this.askToEnd(true), {
      class: 'icon',
      icon: 'end',
      testid: 'chat-end',
    });
    this.confirm = this.confirmation();
    const close = button(messages.minimise, () => intents.close(), {
      class: 'icon',
      icon: 'minimise',
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
      el('div', { class: 'head' }, this.title, this.endButton, close),
      this.confirm,
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
    const key = viewKey(model.stage);
    if (key !== this.shown?.key) {
      this.shown = { key, view: this.viewOf(model.stage) };
      this.body.replaceChildren(this.shown.view.element);
      this.askToEnd(false);
      if (model.open) {
        this.focusSoon();
      }
    }
    this.element.hidden = !model.open;
    this.element.setAttribute('aria-modal', String(this.page.matches));
    this.endButton.hidden = !inChat(model.stage);
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
      requestAnimationFrame(() => this.shown?.view.focus());
    }
  }

  private viewOf(stage: Stage): StageView {
    switch (stage.kind) {
      case 'starting':
        return startingView(this.context);
      case 'form':
        return chatFormView(this.context);
      case 'offline':
        return offlineFormView(this.context, stage.written ?? {});
      case 'queued':
      case 'active':
      case 'ending':
        return chatView(this.context);
      case 'ended':
        return endedView(this.context, stage.ending);
      case 'thanks':
        return thanksView(this.context);
      case 'erased':
        return erasedView(this.context);
      case 'refused':
        return refusedView(this.context, stage.problem);
    }
  }

  private titleOf(stage: Stage): string {
    const { messages } = this.context;
    const named = stage.kind === 'active' && stage.operator !== undefined;
    return named ? fill(messages.talkingTo, { name: stage.operator }) : messages.title;
  }

  private confirmation(): HTMLElement {
    const { messages, intents } = this.context;
    const yes = button(
      messages.endYes,
      () => {
        this.askToEnd(false);
        intents.end();
      },
      { class: 'danger', testid: 'chat-end-confirm' },
    );
    const no = button(messages.endNo, () => this.askToEnd(false), {
      class: 'plain',
      testid: 'chat-end-cancel',
    });
    const question = el('p', { attrs: { id: 'end-question' } }, messages.endQuestion);
    const box = el(
      'div',
      { class: 'confirm', attrs: { role: 'alertdialog', 'aria-labelledby': 'end-question' } },
      question,
      el('div', { class: 'choices' }, no, yes),
    );
    box.hidden = true;
    return box;
  }

  private askToEnd(on: boolean): void {
    const was = !this.confirm.hidden;
    this.confirm.hidden = !on;
    if (on) {
      // Enter, pressed once too often, must not destroy.
      this.confirm.querySelector<HTMLElement>('.plain')?.focus();
    } else if (was && !this.endButton.hidden) {
      this.shown?.view.focus();
    }
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.confirm.hidden) {
        this.context.intents.close();
      } else {
        this.askToEnd(false);
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

/** Stages with the same key share a view, which is updated instead of made anew. */
function viewKey(stage: Stage): string {
  return inChat(stage) ? 'chat' : stage.kind;
}
