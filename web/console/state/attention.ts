/** Says that somebody waits: a number in the page's title, and a short, soft tone. */
export class Attention {
  private context: AudioContext | undefined;
  sound = true;

  constructor(private readonly title: string = document.title) {}

  count(waiting: number): void {
    document.title = waiting === 0 ? this.title : `(${waiting}) ${this.title}`;
  }

  /** Browsers allow sound only after a click on the page; before it, this is silent. */
  tone(): void {
    if (!this.sound || (!document.hidden && document.hasFocus())) {
      return;
    }
    this.context ??= new AudioContext();
    if (this.context.state !== 'running') {
      void this.context.resume();
    }
    const { currentTime, destination } = this.context;
    const tone = this.context.createOscillator();
    const volume = this.context.createGain();
    tone.frequency.value = 660;
    volume.gain.setValueAtTime(0.08, currentTime);
    volume.gain.exponentialRampToValueAtTime(0.0001, currentTime + 0.35);
    tone.connect(volume).connect(destination);
    tone.start();
    tone.stop(currentTime + 0.35);
  }
}
