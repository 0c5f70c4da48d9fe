import type { StageView, ViewContext } from './context';

/** What a person sees of what is held of them, and of what became of it. */
export interface DataViews {
  /** `withdraw` asks whether the consent shall be withdrawn. */
  readonly dataView: (context: ViewContext, withdraw: () => void) => StageView;
  readonly withdrawnView: (context: ViewContext) => StageView;
}

/** What the panel has of these views, which few look at. */
export interface DataPart extends DataViews {
  readonly styles: string;
}

/** Where its script leaves it. */
export const dataPartKey = Symbol.for('lethe.data');
