import { deskSocket, endChat, visitorsSocket, type ErrorCode } from '../../protocol/generated';
import { isBlank } from '../../text/blank';
import { ReconnectingSocket } from '../../transport/socket';
import { nextFrame } from '../transport/next-frame';
import { SignedOut, type SignIn } from '../transport/sign-in';
import type { Suite } from '../transport/suite';
import type { Attention } from './attention';
import { waiting } from './desk-model';
import { DeskKeeper } from './desk-keeper';
import { serverNow } from './server-time';
import { Store } from './store';
import { VisitorsKeeper } from './visitors';

/** Why the desk's sockets are closed, if they are: until the person signs in again, or for good. */
export type Refusal = 'signed-out' | 'refused' | undefined;

/** A refusal that soon after a renewal is not about the token's age. */
const TOO_SOON_MILLIS = 10_000;

/** An operator's live side: desk and visitors, over two sockets with the same sign-in. */
export class Desk {
  readonly keeper: DeskKeeper;
  readonly visitors: VisitorsKeeper;
  readonly refusal = new Store<Refusal>(undefined);

  constructor(
    suite: Suite,
    private readonly signIn: Pick<SignIn, 'token' | 'renew'>,
    readonly attention: Attention,
  ) {
    const token = (): Promise<string> => this.token();
    this.keeper = new DeskKeeper({
      token,
      socket: (events) => new ReconnectingSocket(suite.origin, deskSocket(), events),
      end: (chat) => suite.ask(endChat(chat)),
      upload: (chat, file, onProgress) => suite.upload(chat, file, onProgress),
      onRefused: this.onRefused(() => this.keeper.start()),
      onSilence: () => this.visitors.drop(),
      onAttention: () => attention.tone(),
    });
    this.visitors = new VisitorsKeeper({
      socket: (events) => new ReconnectingSocket(suite.origin, visitorsSocket(), events),
      token,
      onRefused: this.onRefused(() => this.visitors.start()),
      nextFrame,
      now: () => new Date(serverNow()).toISOString(),
    });
    this.keeper.store.watch(() => attention.count(waiting(this.keeper.store.get())));
  }

  start(): void {
    this.connect();
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) {
        this.keeper.assure();
        this.keeper.look();
      }
    });
    addEventListener('beforeunload', (event) => {
      if (this.keeper.isSending() || this.isWriting()) {
        event.preventDefault();
      }
    });
  }

  /** The person has signed in again: what is on the screen goes on. */
  onSignedIn(): void {
    if (this.refusal.get() !== undefined) {
      this.connect();
    }
  }

  stop(): void {
    this.keeper.stop();
    this.visitors.stop();
  }

  /** Drafts are in this page only, and go with it. */
  private isWriting(): boolean {
    return [...this.keeper.drafts.values()].some((text) => !isBlank(text));
  }

  private connect(): void {
    this.refusal.set(undefined);
    this.keeper.start();
    this.visitors.start();
  }

  /** While Keycloak is away this throws, and the sockets ask again; what is shown stays so long. */
  private async token(): Promise<string> {
    try {
      return await this.signIn.token();
    } catch (failure) {
      if (failure instanceof SignedOut) {
        this.onSignedOut();
      }
      throw failure;
    }
  }

  /**
   * What one socket does when it is sent away: a token that ran out while it was open is renewed, once
   * in a while, and waited for while Keycloak is away. Anything else ends the desk, and nobody is left
   * on the screen whose end would not be heard of any more.
   */
  private onRefused(startAgain: () => void): (code: ErrorCode) => void {
    let renewed = -Infinity;
    const renew = async (): Promise<void> => {
      try {
        await this.signIn.renew();
        renewed = Date.now();
      } catch (failure) {
        if (failure instanceof SignedOut) {
          this.onSignedOut();
          return;
        }
      }
      startAgain();
    };
    return (code) => {
      const aboutToken = code === 'token-invalid' || code === 'token-missing';
      if (aboutToken && Date.now() - renewed >= TOO_SOON_MILLIS) {
        void renew();
      } else if (aboutToken) {
        this.onSignedOut();
      } else {
        this.stop();
        this.refusal.set('refused');
      }
    };
  }

  /** The person can sign in again beside this page; what it shows stays until its ceiling. */
  private onSignedOut(): void {
    this.keeper.rest();
    this.visitors.rest();
    this.refusal.set('signed-out');
  }
}
