import { deskSocket, endChat, visitorsSocket, type ErrorCode } from '../../protocol/generated';
import { ReconnectingSocket } from '../../transport/socket';
import type { SignIn } from '../transport/sign-in';
import type { Suite } from '../transport/suite';
import type { Attention } from './attention';
import { waiting } from './desk-model';
import { DeskKeeper } from './desk-keeper';
import { Store } from './store';
import { VisitorsKeeper } from './visitors';

/** Why the desk's sockets are closed for good, if they are. */
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
    const token = (): Promise<string> => signIn.token();
    this.keeper = new DeskKeeper({
      token,
      socket: (events) => new ReconnectingSocket(suite.origin, deskSocket(), events),
      end: (chat) => suite.ask(endChat(chat)),
      upload: (chat, file, onProgress) => suite.upload(chat, file, onProgress),
      onRefused: this.onRefused(() => this.keeper.start()),
      onAttention: () => attention.tone(),
    });
    this.visitors = new VisitorsKeeper(
      (events) => new ReconnectingSocket(suite.origin, visitorsSocket(), events),
      token,
      this.onRefused(() => this.visitors.start()),
    );
    this.keeper.store.watch(() => attention.count(waiting(this.keeper.store.get())));
  }

  start(): void {
    this.keeper.start();
    this.visitors.start();
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) {
        this.keeper.retryNow();
        this.visitors.retryNow();
        this.keeper.look();
      }
    });
    addEventListener('beforeunload', (event) => {
      if (this.keeper.isSending()) {
        event.preventDefault();
      }
    });
  }

  stop(): void {
    this.keeper.stop();
    this.visitors.stop();
  }

  /**
   * What one socket does when it is sent away: a token that ran out while it was open is renewed, once
   * in a while; anything else ends the desk, and nobody is left on the screen whose end would not be
   * heard of any more.
   */
  private onRefused(startAgain: () => void): (code: ErrorCode) => void {
    let renewed = -Infinity;
    const answer = async (code: ErrorCode): Promise<void> => {
      const aboutToken = code === 'token-invalid' || code === 'token-missing';
      const tooSoon = Date.now() - renewed < TOO_SOON_MILLIS;
      if (aboutToken && !tooSoon && (await this.signIn.renew())) {
        renewed = Date.now();
        startAgain();
      } else {
        this.stop();
        this.refusal.set(aboutToken ? 'signed-out' : 'refused');
      }
    };
    return (code) => void answer(code);
  }
}
