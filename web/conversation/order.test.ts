import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatMessage, SentMessage } from './conversation';
import { ConversationKeeper } from './conversation-keeper';

const at = '2026-01-01T10:00:00Z';
const RUNS = 400;
const STEPS = 150;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Numbers from 0 to 1, the same for the same seed (mulberry32): a run that fails can be run again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A chat's log as the store keeps it: a message that comes twice is one message. */
class ChatLog {
  readonly texts: string[] = [];
  private readonly ids = new Map<string, number>();

  get seq(): number {
    return this.texts.length;
  }

  take({ id, text = '' }: SentMessage): number {
    const known = this.ids.get(id);
    if (known !== undefined) {
      return known;
    }
    this.texts.push(text);
    this.ids.set(id, this.seq);
    return this.seq;
  }

  /** What the server tells again to who has everything up to `after`. */
  since(after: number): ChatMessage[] {
    return [...this.ids]
      .filter(([, seq]) => seq > after)
      .map(([id, seq]) => ({ id, seq, from: 'visitor', text: this.texts[seq - 1] ?? '', at }));
  }
}

/** Writer, network and server, with everything that happens to them drawn by lot. */
class Storm {
  readonly log = new ChatLog();
  readonly written: string[] = [];
  readonly keeper: ConversationKeeper;
  /** Frames of this connection, each way; a cut takes what comes back, not always what went out. */
  private up: SentMessage[] = [];
  private down: (() => void)[] = [];
  private late: SentMessage[] = [];
  private isOpen = false;
  private isJoined = false;

  constructor(private readonly roll: () => number) {
    this.keeper = new ConversationKeeper({
      me: 'visitor',
      send: (message) => {
        if (this.isOpen) {
          this.up.push(message);
        }
        return this.isOpen;
      },
      typing: () => false,
      read: () => false,
      upload: () => ({ done: new Promise(() => undefined), cancel: () => undefined }),
      onChange: () => undefined,
      onSilence: () => this.cut(),
    });
  }

  step(): void {
    const lot = this.roll();
    if (lot < 0.25) {
      this.write();
    } else if (lot < 0.32) {
      this.cut();
    } else if (lot < 0.45) {
      this.connect();
    } else if (lot < 0.7) {
      this.arrive(this.up.shift(), (answer) => this.down.push(answer));
    } else if (lot < 0.75) {
      this.arrive(this.late.shift());
    } else if (lot < 0.95) {
      this.down.shift()?.();
    } else {
      vi.advanceTimersByTime(this.roll() * 9_000);
    }
  }

  /** Good weather, for as long as anything is on its way. */
  settle(): void {
    for (let turn = 0; turn < 3_000 && this.waiting().length > 0; turn += 1) {
      this.connect();
      this.arrive(this.late.shift());
      this.arrive(this.up.shift(), (answer) => this.down.push(answer));
      this.down.shift()?.();
      vi.advanceTimersByTime(200);
    }
  }

  waiting() {
    return this.keeper.current.outgoing.filter(({ problem }) => problem === undefined);
  }

  refusedTexts() {
    return this.keeper.current.outgoing.map(({ text }) => text);
  }

  private write(): void {
    const kind = this.roll() < 0.15 ? 'too large' : 'fits';
    const text = `${this.written.length} ${kind}`;
    this.written.push(text);
    this.keeper.send(text);
  }

  private cut(): void {
    if (this.isOpen) {
      this.isOpen = this.isJoined = false;
      this.late.push(...this.up.filter(() => this.roll() < 0.5));
      this.up = [];
      this.down = [];
      this.keeper.disconnected();
    }
  }

  /** First the connection is there, then the server has read the chat: writing goes on between. */
  private connect(): void {
    if (!this.isOpen) {
      this.isOpen = true;
    } else if (!this.isJoined) {
      this.isJoined = true;
      this.keeper.connected(this.log.seq);
      this.log.since(this.keeper.current.upTo).forEach((line) => this.tell(line));
    }
  }

  /** What comes over a connection that was cut meanwhile is answered to nobody. */
  private arrive(
    message: SentMessage | undefined,
    answer: (said: () => void) => void = () => undefined,
  ): void {
    if (message === undefined) {
      return;
    }
    const { id, text = '' } = message;
    if (text.includes('too large')) {
      answer(() => this.keeper.onRefused(id, 'too-large', false));
    } else if (this.roll() < 0.25) {
      answer(() => this.keeper.onRefused(id, 'too-many-requests', true));
    } else {
      const seq = this.log.take(message);
      this.tell({ id, seq, from: 'visitor', text, at });
      answer(() => this.keeper.onSent({ id, seq, at }));
    }
  }

  private tell(line: ChatMessage): void {
    if (this.isJoined) {
      this.down.push(() => this.keeper.onMessage(line));
    }
  }
}

describe('whatever becomes of connections, refusals and answers', () => {
  const seeds = Array.from({ length: RUNS }, (_, seed) => seed);

  it('what was written first arrives first, all of it, and once', () => {
    for (const seed of seeds) {
      const storm = new Storm(dice(seed));
      for (let step = 0; step < STEPS; step += 1) {
        storm.step();
      }
      storm.settle();
      const fit = storm.written.filter((text) => text.endsWith('fits'));
      const tooLarge = storm.written.filter((text) => text.endsWith('too large'));
      expect(storm.log.texts, `seed ${seed}`).toEqual(fit);
      expect(storm.keeper.current.lines.map(({ text }) => text)).toEqual(fit);
      expect(storm.refusedTexts()).toEqual(tooLarge);
      storm.keeper.stop();
    }
  });
});
