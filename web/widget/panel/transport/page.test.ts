// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { currentPage, titleCount } from './page';

it('is told with its own title, without what the widget counts before it', () => {
  document.title = 'Shop';
  titleCount.show(2);
  expect(document.title).toBe('(2) Shop');
  expect(currentPage().title).toBe('Shop');
  titleCount.show(0);
});
