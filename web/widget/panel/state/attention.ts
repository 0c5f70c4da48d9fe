import { TitleCount } from '../../../attention/title';
import { Tone, TONE_REST_MILLIS } from '../../../attention/tone';
import type { PanelModel } from './panel-model';

/** In which a tab that is looked at tells the others, by way of the server, that a message is read. */
const ELSEWHERE_MILLIS = 600;

/** What the site wants of it. */
export interface Wishes {
  readonly account: string;
  readonly sounds: boolean;
  readonly marksTitle: boolean;
}

/**
 * Tells of what an operator writes while nobody looks: by a number in the page's title, and by a tone, in one of the tabs
 * that are in the chat, and in none whose widget nobody has touched.
 */
export class Attention {
  private model: Pick<PanelModel, 'missed' | 'muted'> = { missed: 0, muted: false };
  private isTouched = false;
  private readonly tone = new Tone();

  constructor(
    root: ShadowRoot,
    private readonly wishes: Wishes,
  ) {
    for (const type of ['click', 'keydown']) {
      root.addEventListener(type, () => {
        this.isTouched = true;
        void this.tone.wake();
      });
    }
  }

  update(model: Pick<PanelModel, 'missed' | 'muted'>): void {
    const isMore = model.missed > this.model.missed;
    this.model = model;
    if (this.wishes.marksTitle) {
      TitleCount.ofPage().show(model.missed, this.wishes.account);
    }
    if (isMore && this.maySound) {
      setTimeout(() => {
        if (this.maySound) {
          void this.ring();
        }
      }, ELSEWHERE_MILLIS);
    }
  }

  private get maySound(): boolean {
    return this.wishes.sounds && this.model.missed > 0 && !this.model.muted && this.isTouched;
  }

  /** Two tabs in the background would sound together. */
  private async ring(): Promise<void> {
    try {
      await navigator.locks.request('lethe:tone', { ifAvailable: true }, async (lock) => {
        if (lock !== null) {
          void this.tone.play();
          await new Promise((rested) => setTimeout(rested, TONE_REST_MILLIS));
        }
      });
    } catch {
      // Pages without https have no locks.
      void this.tone.play();
    }
  }
}
