import type { DeskTab } from '../state/desk-model';
import type { VisitorsKeeper } from '../state/visitors';
import { useLasting, useStore } from './context';

/** A visitor who goes to another page of the site is away for as long as it takes to load. */
const PAGE_CHANGE_MILLIS = 5_000;

/** Whether no page of the visitor has been in the chat for a while, nor anywhere else on the site. */
export function useHasLeft(tab: DeskTab, visitors: VisitorsKeeper): boolean {
  const since = tab.kind === 'open' ? tab.left : undefined;
  const visit = tab.kind === 'open' ? tab.form.visit : undefined;
  const isOnSite = useStore(
    visitors.store,
    (model) =>
      model.isPresent && visit !== undefined && model.visitors.get(visit)?.leaving === false,
  );
  return useLasting(since !== undefined && !isOnSite, PAGE_CHANGE_MILLIS);
}
