import { direction, fill } from '../../text/catalogue';
import { buttonMessages } from '../messages/button';
import type { LoaderSettings } from './settings';

const SVG = 'http://www.w3.org/2000/svg';
const BUBBLE =
  'M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7.2L8 21v-4H4a2 2 0 0 1-2-2V6c0-1.1.9-2 2-2z';

/** What has become of the last click. */
export type Loading = 'ready' | 'busy' | 'failed';

/** The floating button. It opens the panel and nothing else: what is seen, and when, is said there. */
export class ChatButton {
  private readonly element = document.createElement('button');
  private readonly label = document.createElement('span');
  private readonly badge = document.createElement('span');
  private readonly messages;
  private online = true;
  private loading: Loading = 'ready';
  private pressed = false;

  constructor(
    root: ShadowRoot,
    private readonly settings: LoaderSettings,
    onClick: () => void,
  ) {
    this.messages = buttonMessages[settings.language];
    this.element.type = 'button';
    this.element.className = 'button';
    this.element.lang = settings.language;
    this.element.dir = direction(settings.language);
    this.element.dataset['testid'] = 'lethe-button';
    this.element.setAttribute('aria-haspopup', 'dialog');
    this.badge.className = 'badge';
    this.badge.dataset['testid'] = 'lethe-unread';
    this.element.append(bubble(), this.label, this.badge);
    this.element.addEventListener('click', onClick);
    root.append(this.element);
    this.reflect(false, 0);
  }

  showOnline(online: boolean): void {
    this.online = online;
    this.render();
  }

  turn(loading: Loading): void {
    this.loading = loading;
    this.render();
  }

  reflect(open: boolean, unread: number): void {
    this.pressed = open;
    this.badge.hidden = unread === 0;
    this.badge.textContent = fill(this.messages.unread, { count: unread });
    this.render();
  }

  focus(): void {
    this.element.focus();
  }

  private render(): void {
    const { chat, leaveMessage, hide, busy, failed } = this.messages;
    const { element, loading, pressed } = this;
    const invitation = pressed ? hide : this.online ? chat : leaveMessage;
    // A site that opens the chat by its own element sees the button only when there is news of it.
    element.hidden = this.settings.variant === 'none' && loading === 'ready';
    element.setAttribute('aria-expanded', String(pressed));
    element.setAttribute('aria-busy', String(loading === 'busy'));
    this.label.textContent = { ready: invitation, busy, failed }[loading];
  }
}

function bubble(): SVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', BUBBLE);
  icon.append(path);
  return icon;
}
