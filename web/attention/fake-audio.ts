import { vi } from 'vitest';

/** What a browser makes sound with, as far as a tone needs it. */
export class FakeAudio {
  /** How often a tone began, in all contexts. */
  static tones = 0;
  static contexts = 0;
  /** Lets a context begin, as browsers do after a click. */
  static allow: Promise<void> = Promise.resolve();

  static install(): void {
    FakeAudio.tones = FakeAudio.contexts = 0;
    FakeAudio.allow = Promise.resolve();
    vi.stubGlobal('AudioContext', FakeAudio);
  }

  readonly currentTime = 0;
  readonly destination = {};

  constructor() {
    FakeAudio.contexts += 1;
  }

  resume = (): Promise<void> => FakeAudio.allow;
  suspend = (): Promise<void> => Promise.resolve();

  createOscillator() {
    const frequency = { value: 0 };
    const start = (): void => void (FakeAudio.tones += 1);
    return { frequency, connect: (to: unknown) => to, start, stop: () => undefined };
  }

  createGain() {
    const gain = {
      setValueAtTime: () => undefined,
      exponentialRampToValueAtTime: () => undefined,
    };
    return { gain, connect: (to: unknown) => to };
  }
}
