type Timer = ReturnType<typeof setTimeout>;

/** Notices that an answer does not come: a cut network often leaves a socket looking open. */
export class AnswerWatch {
  private timer: Timer | undefined;

  constructor(
    private readonly missing: () => void,
    private readonly millis = 8_000,
  ) {}

  expect(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.missing();
    }, this.millis);
  }

  came(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

/** Asks now and then whether the other end is there; a connection without an answer is dead. */
export class Heartbeat {
  private readonly answers: AnswerWatch;
  private timer: ReturnType<typeof setInterval> | undefined;

  /** `beat`: whether there was a connection to ask over. */
  constructor(
    private readonly beat: () => boolean,
    dead: () => void,
  ) {
    this.answers = new AnswerWatch(dead);
  }

  start(everyMillis: number): void {
    this.rest();
    this.timer = setInterval(() => this.now(), everyMillis);
  }

  now(): void {
    if (this.beat()) {
      this.expect();
    }
  }

  /** Something else was asked that will be answered. */
  expect(): void {
    this.answers.expect();
  }

  /** Whatever came, it came from the other end. */
  heard(): void {
    this.answers.came();
  }

  rest(): void {
    clearInterval(this.timer);
    this.answers.came();
  }
}
