// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { pageInSight } from './page-in-sight';

it('waits for the page to be seen, and not if it is', async () => {
  await pageInSight();
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const seen = vi.fn();
  const waiting = pageInSight().then(seen);
  document.dispatchEvent(new Event('visibilitychange'));
  await Promise.resolve();
  expect(seen).not.toHaveBeenCalled();
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await waiting;
  expect(seen).toHaveBeenCalledOnce();
});
