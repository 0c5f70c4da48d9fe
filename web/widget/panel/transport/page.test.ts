// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { TitleCount } from '../../../attention/title';
import { currentPage } from './page';

it('is told with its own title, without what the widget counts before it', () => {
  document.title = 'Shop';
  TitleCount.ofPage().show(2);
  expect(document.title).toBe('(2) Shop');
  expect(currentPage().title).toBe('Shop');
  TitleCount.ofPage().show(0);
});
