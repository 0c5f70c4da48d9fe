import type { DataWords } from '../../../words/sentences';
import type { DataMessages } from '../../messages/data/en';
import type { ViewContext } from './context';
import type { DataViews } from './data-part';
import { dataView, type DataContext } from './data-view';
import { withdrawnView } from './withdrawn-view';

/** The views of what is held with their texts, which the panel does without until it has them. */
export function dataViews(own: DataMessages, ownWords: DataWords): DataViews {
  const withTexts = (context: ViewContext): DataContext => ({
    ...context,
    messages: { ...context.messages, ...own },
    words: { ...context.words, ...ownWords },
  });
  return {
    dataView: (context, withdraw) => dataView(withTexts(context), withdraw),
    withdrawnView: (context) => withdrawnView(withTexts(context)),
  };
}
