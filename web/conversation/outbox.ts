import type { FailureCode } from '../protocol/errors';
import type { ClientMessageId } from '../protocol/generated';
import { backoffMillis } from '../transport/backoff';
import { AnswerWatch } from '../transport/heartbeat';

/**
 * How often "not found" may only mean "too early": a chat is listed a moment before its operator has a
 * seat in it, but a file can really be gone.
 */
const MOST_TOO_EARLY = 4;

export interface OutboxPorts<M extends { readonly id: ClientMessageId }> {
  /** What was written first, of all that is neither taken nor given up. */
  readonly first: () => M | undefined;
  /** Whether there was a connection to send it on. */
  readonly send: (message: M) => boolean;
  /** An acknowledgement is overdue: the connection is dead, whatever the browser thinks. */
  readonly onSilence: () => void;
}

/**
 * The one queue of a side of a chat. A message is sent when the one before it is taken, or refused for
 * good; so what was written first arrives first, whatever becomes of connections and answers. The
 * same message may be sent more than once, always under its id.
 */
export class Outbox<M extends { readonly id: ClientMessageId }> {
  private readonly answers: AnswerWatch;
  private isJoined = false;
  /** The message whose turn it is. */
  private turn: ClientMessageId | undefined;
  private isOnItsWay = false;
  private refusals = 0;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ports: OutboxPorts<M>) {
    this.answers = new AnswerWatch(ports.onSilence);
  }

  /** The chat was joined over a new connection: what was on its way on the last one goes again. */
  joined(): void {
    this.isJoined = true;
    this.begin();
    this.goOn();
  }

  /** The connection is gone, or the chat. */
  cut(): void {
    this.isJoined = false;
    this.begin();
  }

  /** Something was written, taken or given up: sends what is due. */
  goOn(): void {
    const first = this.ports.first();
    if (first?.id !== this.turn) {
      this.turn = first?.id;
      this.begin();
    }
    const isFree = this.isJoined && !this.isOnItsWay && this.pause === undefined;
    if (first !== undefined && isFree && this.ports.send(first)) {
      this.isOnItsWay = true;
      this.answers.expect();
    }
  }

  /** The connection lives: the time for an answer that is due starts anew. */
  heard(): void {
    this.answers.came();
    if (this.isOnItsWay) {
      this.answers.expect();
    }
  }

  /**
   * A message was not taken.
   *
   * @param forNow the same message may be taken a moment later
   * @returns whether it keeps its turn and is offered again; else it is refused for good
   */
  refused(id: ClientMessageId, problem: FailureCode, forNow: boolean): boolean {
    const isFinal = !forNow || (problem === 'not-found' && this.refusals >= MOST_TOO_EARLY);
    if (isFinal || id !== this.turn || !this.isOnItsWay) {
      return !isFinal;
    }
    this.isOnItsWay = false;
    this.answers.came();
    this.pause = setTimeout(() => {
      this.pause = undefined;
      this.goOn();
    }, backoffMillis(this.refusals));
    this.refusals += 1;
    return true;
  }

  private begin(): void {
    clearTimeout(this.pause);
    this.pause = undefined;
    this.isOnItsWay = false;
    this.refusals = 0;
    this.answers.came();
  }
}
