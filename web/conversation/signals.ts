import { isBlank } from '../text/blank';

const TELL_AGAIN_MILLIS = 4_000;
const STOPPED_MILLIS = 5_000;
const FADE_MILLIS = 9_000;

type Timer = ReturnType<typeof setTimeout>;

/** Tells the other side that this one is typing: at once, then now and then, and when it stops. */
export class TypingTeller {
  private told = 0;
  private timer: Timer | undefined;

  constructor(private readonly tell: (on: boolean) => void) {}

  input(text: string, now: number = Date.now()): void {
    clearTimeout(this.timer);
    if (isBlank(text)) {
      this.stop();
      return;
    }
    if (now - this.told >= TELL_AGAIN_MILLIS) {
      this.told = now;
      this.tell(true);
    }
    this.timer = setTimeout(() => this.stop(), STOPPED_MILLIS);
  }

  /** The message was sent: its arrival ends the other side's hint, no frame is needed. */
  sent(): void {
    clearTimeout(this.timer);
    this.told = 0;
  }

  stop(): void {
    clearTimeout(this.timer);
    if (this.told > 0) {
      this.told = 0;
      this.tell(false);
    }
  }
}

/** Lets the hint that the other side types fade when nothing confirms it: "off" can be lost. */
export class TypingHint {
  private timer: Timer | undefined;

  constructor(private readonly show: (on: boolean) => void) {}

  heard(on: boolean): void {
    clearTimeout(this.timer);
    this.show(on);
    if (on) {
      this.timer = setTimeout(() => this.show(false), FADE_MILLIS);
    }
  }
}
