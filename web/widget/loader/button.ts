import { direction, fill } from '../../text/catalogue';
import { buttonMessages } from '../messages/button';
import type { LoaderSettings } from './settings';

const SVG = 'http://www.w3.org/2000/svg';
const BUBBLE =
  'M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7.2L8 21v-4H4a2 2 0 0 1-2-2V6c0-1.1.9-2 2-2z';

/** The floating button. Its description says what a click means; the click is the consent. */
export class ChatButton {
  private readonly element = document.createElement('button');
  private readonly label = document.createElement('span');
  private readonly badge = document.createElement('span');
  private readonly messages;
  private online = true;
  private pressed = false;

  constructor(
    root: ShadowRoot,
    private readonly settings: LoaderSettings,
    onClick: (click: MouseEvent) => void,
  ) {
    this.messages = buttonMessages[settings.language];
    const notice = document.createElement('span');
    notice.id = 'notice';
    notice.hidden = true;
    notice.textContent = this.messages.notice;
    this.element.type = 'button';
    this.element.className = 'button';
    this.element.hidden = settings.variant === 'none';
    this.element.lang = settings.language;
    this.element.dir = direction(settings.language);
    this.element.title = this.messages.notice;
    this.element.dataset['testid'] = 'lethe-button';
    this.element.setAttribute('aria-describedby', 'notice');
    this.element.setAttribute('aria-haspopup', 'dialog');
    this.badge.className = 'badge';
    this.badge.dataset['testid'] = 'lethe-unread';
    this.element.append(bubble(), this.label, this.badge);
    this.element.addEventListener('click', onClick);
    root.append(this.element, notice);
    this.reflect(false, 0);
  }

  showOnline(online: boolean): void {
    this.online = online;
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
    const { chat, leaveMessage, hide } = this.messages;
    this.element.setAttribute('aria-expanded', String(this.pressed));
    this.label.textContent = this.pressed ? hide : this.online ? chat : leaveMessage;
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
