import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeAudio } from './fake-audio';
import { Tone, TONE_REST_MILLIS } from './tone';

beforeEach(() => {
  vi.useFakeTimers();
  FakeAudio.install();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the tone', () => {
  it('sounds once in a few seconds, however much there is to tell', async () => {
    const tone = new Tone();
    await tone.play();
    await tone.play();
    vi.advanceTimersByTime(TONE_REST_MILLIS - 1);
    await tone.play();
    expect(FakeAudio.tones).toBe(1);
    vi.advanceTimersByTime(1);
    await tone.play();
    expect(FakeAudio.tones).toBe(2);
    expect(FakeAudio.contexts).toBe(1);
  });

  it('does not sound later, when the browser allows it at last', async () => {
    let allow: () => void = () => undefined;
    FakeAudio.allow = new Promise((resolve) => (allow = resolve));
    const played = new Tone().play();
    vi.advanceTimersByTime(5_000);
    allow();
    await played;
    expect(FakeAudio.tones).toBe(0);
  });

  it('is not heard where there is no device', async () => {
    vi.stubGlobal('AudioContext', undefined);
    const tone = new Tone();
    await tone.wake();
    await tone.play();
    expect(FakeAudio.tones).toBe(0);
  });
});
