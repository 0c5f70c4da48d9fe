import { TitleCount } from '../../attention/title';
import { Tone } from '../../attention/tone';

/** Says that somebody waits: a number in the page's title, and a tone to who is elsewhere. */
export class Attention {
  sound = true;
  private readonly title = new TitleCount();
  private readonly bell = new Tone();

  count(waiting: number): void {
    this.title.show(waiting);
  }

  tone(): void {
    if (this.sound && (document.hidden || !document.hasFocus())) {
      void this.bell.play();
    }
  }
}
