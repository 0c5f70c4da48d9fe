import type { AccountId } from '../protocol/generated';
import type { Language } from './messages/languages';
import type { Remembered } from './panel/state/tab-memory';

/** What the loader and the panel, two scripts, know of each other. */
export interface PanelHost {
  readonly account: AccountId;
  /** The gateway's address with a slash at its end. */
  readonly gateway: string;
  readonly language: Language;
  readonly root: ShadowRoot;
  /** Whether the page's title may tell of messages, and a tone. */
  readonly marksTitle: boolean;
  readonly sounds: boolean;
  /** What the site passed; read when it is needed, since it may be passed late, and again. */
  readonly passed: Passed;
  emit(event: LetheEvent): void;
  /** Brings another script of the widget in, and what it leaves under the key. */
  load<T>(file: string, key: symbol): Promise<T>;
  /** The button reflects the panel: pressed or not, and how many messages were not seen. */
  reflect(open: boolean, unread: number): void;
  focusButton(): void;
}

export interface Passed {
  identity: Identity;
  details: Record<string, string>;
}

export interface Identity {
  readonly name?: string;
  readonly email?: string;
}

export interface PanelHandle {
  open(): void;
  close(): void;
  /** Shows what is held of the visitor now, in an open panel. */
  yourData(): void;
  consent(text: string): void;
  /** The site has passed these, which are new or other ones: a visit is told of them. */
  detailsChanged(details: Passed['details']): void;
  /** Destroys what is held, and returns to the state before any consent. */
  revoke(): void;
  /** The words of a site's own question about visits, true for the account's settings as they are. */
  words(): Promise<string>;
  /** Another tab of this site has a visit, or a chat: show the same one. */
  join(remembered: Remembered): void;
}

export type StartPanel = (host: PanelHost) => PanelHandle;

/** Where the panel's script leaves its start function for the loader. */
export const panelKey = Symbol.for('lethe.panel');

/** Without content: what a site's own scripts may know. */
export type LetheEvent =
  | { readonly type: 'ready' | 'opened' | 'closed' }
  | { readonly type: 'visit-opened' | 'chat-requested' | 'chat-accepted' | 'erased' }
  | { readonly type: 'offline-message-sent' }
  | { readonly type: 'chat-ended'; readonly messages: number; readonly files: number };

/** `window.Lethe`. */
export interface LetheApi {
  /** The site has the visitor's consent, in these words: opens the visit. */
  consent(given: { readonly text: string }): void;
  /** Shows the form; the visit is opened when it is sent. */
  open(): void;
  close(): void;
  /** Shows visitors what is held of them, which they can keep or have destroyed; opens no visit. */
  yourData(): void;
  /**
   * Withdraws the consent, the site's and that of a form: what is held of the visit and its chat is
   * destroyed at once, in every tab; `erased` tells when. What the site remembers, it forgets itself.
   */
  revoke(): void;
  /** What the site's own question has to say, in the widget's language, as the account's settings are. */
  words(): Promise<string>;
  /** Fills the form in advance; it is sent with the form, and only then. */
  identify(identity: Identity): void;
  /**
   * Custom data that operators see as "Details", such as what is in the basket. Nothing of it is sent
   * without a visit; while there is one, operators see within a second what is passed. What is not
   * named stays as it was, and `null` takes it away.
   */
  details(details: Readonly<Record<string, string | number | boolean | null>>): void;
  on(type: LetheEvent['type'], handler: (event: LetheEvent) => void): () => void;
  /** Every account of the page by its name; `window.Lethe` is the first one. */
  readonly accounts: Record<string, LetheApi>;
  /** Runs at once; before the script is there, `Lethe = window.Lethe || []` collects the same calls. */
  push(...calls: readonly ((lethe: LetheApi) => void)[]): void;
}
