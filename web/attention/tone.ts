/** What sounds again sooner is a noise. */
export const TONE_REST_MILLIS = 3_000;

/** A browser that allows no sound yet lets it begin after a click, when it would mean nothing any more. */
const LATE_MILLIS = 1_000;
const SECONDS = 0.35;

/** A short, soft tone, which the browser makes itself: no file and no request. */
export class Tone {
  private context: AudioContext | undefined;
  private last = -Infinity;

  /** In answer to a click or a key, after which all browsers allow sound. */
  async wake(): Promise<void> {
    if (this.context === undefined) {
      const context = this.ready();
      await context?.resume();
      await context?.suspend();
    }
  }

  /** Silent where browsers allow no sound, which is before the first click on a page. */
  async play(): Promise<void> {
    const now = Date.now();
    if (now - this.last < TONE_REST_MILLIS) {
      return;
    }
    this.last = now;
    const context = this.ready();
    await context?.resume();
    if (context === undefined || Date.now() - now > LATE_MILLIS) {
      return;
    }
    const { currentTime, destination } = context;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = 660;
    volume.gain.setValueAtTime(0.08, currentTime);
    volume.gain.exponentialRampToValueAtTime(0.0001, currentTime + SECONDS);
    tone.connect(volume).connect(destination);
    // A context that runs keeps the device awake.
    tone.onended = () => void context.suspend();
    tone.start();
    tone.stop(currentTime + SECONDS);
  }

  private ready(): AudioContext | undefined {
    try {
      this.context ??= new AudioContext();
    } catch {
      // No device, or too many of them: there is the title.
    }
    return this.context;
  }
}
