/** When the server holds nothing any more of a visitor who left as the connection was lost. */
export const CEILING_MILLIS = 180_000;

const LOOK_MILLIS = 5_000;

/**
 * How long what came over a connection may be shown without it: by then its end may have come, and
 * nobody could tell. Reached again and again while it lasts. Both clocks count, since a computer that sleeps stops one of them.
 */
export class Ceiling {
  private timer: ReturnType<typeof setInterval> | undefined;
  private isCut = false;

  constructor(
    private readonly reached: () => void,
    private readonly millis = CEILING_MILLIS,
  ) {}

  /** The connection is gone, or not there yet; may be repeated. */
  cut(): void {
    if (this.isCut) {
      return;
    }
    this.isCut = true;
    let since = Date.now();
    let awake = 0;
    this.timer = setInterval(() => {
      awake += LOOK_MILLIS;
      if (Math.max(awake, Date.now() - since) >= this.millis) {
        since = Date.now();
        awake = 0;
        this.reached();
      }
    }, LOOK_MILLIS);
  }

  mended(): void {
    clearInterval(this.timer);
    this.isCut = false;
  }
}
