import type { PressedKey } from '../../conversation/composing';
import type { LoaderSettings } from './settings';

/** An unknown name with a hyphen: no style sheet of a page means it, and it needs no definition. */
const NAME = 'lethe-chat';
/** What each further account on a page leaves to the buttons below its own. */
const BUTTON_HEIGHT = 57;
/** A page that throws the widget out more often than this in so many milliseconds means it. */
const MOST_RETURNS = 100;
const RETURNS_MILLIS = 10_000;

/** What carries text that a person enters; a page's shortcuts and recorders are to hear none of it. */
const ENTRIES = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'textInput',
  'input',
  'paste',
  'copy',
  'cut',
  'compositionstart',
  'compositionupdate',
  'compositionend',
];

/**
 * The element of the page that the widget lives in. It is in the top layer, where no z-index,
 * transform or clipping of the page counts, and comes back when the page replaces its body.
 */
export class HostElement {
  readonly root: ShadowRoot;
  private readonly element = document.createElement(NAME);
  private readonly hearing = new AbortController();
  private returns = 0;

  constructor(settings: LoaderSettings, styles: string) {
    const { element } = this;
    element.id = 'lethe';
    element.dataset['account'] = settings.account;
    element.dataset['theme'] = settings.theme;
    element.popover = 'manual';
    this.root = element.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.root.adoptedStyleSheets = [sheet];
    const { signal } = this.hearing;
    ENTRIES.forEach((type) =>
      addEventListener(type, (event) => this.keep(event), { capture: true, signal }),
    );
  }

  /** False if the account is there: a page that runs its scripts anew in a new body has it already. */
  attach(): boolean {
    const { element } = this;
    const others = [...document.querySelectorAll<HTMLElement>(NAME)].filter(
      ({ shadowRoot }) => shadowRoot !== null,
    );
    if (others.some(({ dataset }) => dataset['account'] === element.dataset['account'])) {
      this.hearing.abort();
      return false;
    }
    const below = `${others.length * BUTTON_HEIGHT}px`;
    element.style.setProperty('--below', below, 'important');
    const watch = new MutationObserver(() => stand());
    const stand = (): void => {
      // A page that is being written anew has, for a moment, neither root nor body.
      const { documentElement: root, body } = document as Partial<Document>;
      if (body && !element.isConnected && this.returns < MOST_RETURNS) {
        this.returns += 1;
        setTimeout(() => {
          this.returns -= 1;
        }, RETURNS_MILLIS);
        body.append(element);
        this.raise();
      }
      watch.disconnect();
      for (const node of [document, root, body]) {
        if (node) {
          watch.observe(node, { childList: true });
        }
      }
    };
    stand();
    return true;
  }

  /** In front of what came to the top layer since, another account's panel for one. */
  raise(): void {
    const { element } = this;
    // Older browsers know no popovers; there, `position: fixed` and the z-index have to do.
    if (typeof element.showPopover === 'function' && element.isConnected) {
      element.hidePopover();
      element.showPopover();
    }
  }

  /**
   * Takes an entry away before the page hears it, and gives the widget a copy that stays inside. The
   * browser does with the original what it always does, unless the widget prevents that.
   */
  private keep(event: Event): void {
    const [target] = event.composedPath();
    if (event.target !== this.element || target === undefined) {
      return;
    }
    event.stopImmediatePropagation();
    const copy = copyOf(event);
    if (copy !== undefined && !target.dispatchEvent(copy)) {
      event.preventDefault();
    }
  }
}

/** A copy that does not leave the shadow root, of what the widget itself listens to. */
function copyOf(event: Event): Event | undefined {
  const { type, bubbles, cancelable } = event;
  if (event instanceof KeyboardEvent && type === 'keydown') {
    const { key, shiftKey, isComposing, keyCode }: PressedKey = event;
    return new KeyboardEvent(type, { bubbles, cancelable, key, shiftKey, isComposing, keyCode });
  }
  if (event instanceof ClipboardEvent && type === 'paste') {
    return new ClipboardEvent(type, { bubbles, cancelable, clipboardData: event.clipboardData });
  }
  return type === 'input' ? new Event(type, { bubbles, cancelable }) : undefined;
}
