import { el } from '../../../design/element';
import type { StageView } from './context';

/** A place in the panel, and the view that is in it now. */
export class ViewPlace {
  readonly element = el('div', { class: 'body' });
  view: StageView | undefined;
  private key: string | undefined;

  /** Views with the same key are one, which stays; whether it is another one now. */
  show(key: string, make: () => StageView): boolean {
    if (key === this.key) {
      return false;
    }
    this.clear();
    this.key = key;
    this.view = make();
    this.element.replaceChildren(this.view.element);
    return true;
  }

  clear(): void {
    this.view?.leave?.();
    this.view?.tool?.remove();
    this.view = this.key = undefined;
    this.element.replaceChildren();
  }
}
