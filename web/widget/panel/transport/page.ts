import { ownTitle } from '../../../attention/title';
import type { OpenVisit, VisitClientPage } from '../../../protocol/generated';

export type VisitPage = Omit<VisitClientPage, 'type'>;

const SETTLE_MILLIS = 250;

/** The page as operators see it. */
export function currentPage(): VisitPage {
  const { referrer } = document;
  const title = ownTitle();
  return {
    url: location.href,
    ...(title === '' ? {} : { title }),
    ...(referrer === '' ? {} : { referrer }),
  };
}

/** The page as a visit is opened with it. An iPad calls itself a Mac, and only its screen tells. */
export function pageOfVisit(): Pick<OpenVisit, 'page' | 'referrer' | 'touchPoints'> {
  const { referrer, ...page } = currentPage();
  const touchPoints = navigator.maxTouchPoints;
  return {
    page,
    ...(referrer === undefined ? {} : { referrer }),
    ...(touchPoints > 0 ? { touchPoints } : {}),
  };
}

/**
 * Calls back when the address changes without a load. Single-page sites set the title a moment after
 * the address, so the change is reported when it has settled.
 */
export function onPageChange(changed: () => void): void {
  let seen = location.href;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (location.href !== seen) {
        seen = location.href;
        changed();
      }
    }, SETTLE_MILLIS);
  };
  const pushState = history.pushState.bind(history);
  const replaceState = history.replaceState.bind(history);
  history.pushState = (...args) => {
    pushState(...args);
    look();
  };
  history.replaceState = (...args) => {
    replaceState(...args);
    look();
  };
  addEventListener('popstate', look);
  addEventListener('hashchange', look);
}
