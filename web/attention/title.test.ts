// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { TitleCount } from './title';

let count: TitleCount;

beforeEach(() => {
  document.title = 'Shop';
  count = new TitleCount();
});

describe('the number in the title', () => {
  it('stands before what the page has there, and goes again', () => {
    count.show(1);
    expect(document.title).toBe('(1) Shop');
    count.show(2);
    expect(document.title).toBe('(2) Shop');
    count.show(0);
    expect(document.title).toBe('Shop');
  });

  it('leaves a page alone that changes its title meanwhile', () => {
    count.show(1);
    document.title = 'Fern';
    count.show(1);
    expect(document.title).toBe('Fern');
    count.show(2);
    expect(document.title).toBe('(2) Fern');
    document.title = 'Basket';
    count.show(0);
    expect(document.title).toBe('Basket');
  });

  it('goes from a title that the page has made of what it found', () => {
    count.show(1);
    document.title = `★ ${document.title}`;
    count.show(0);
    expect(document.title).toBe('★ Shop');
  });

  it('is no part of the page’s own title, whatever letters that has', () => {
    document.title = "Lamps $& $1 (2) $'";
    count.show(3);
    expect(count.without(document.title)).toBe("Lamps $& $1 (2) $'");
    count.show(0);
    expect(document.title).toBe("Lamps $& $1 (2) $'");
  });

  it('is one for all who count in the page', () => {
    expect(TitleCount.ofPage()).toBe(TitleCount.ofPage());
    count.show(1, 'acme');
    count.show(2, 'globex');
    expect(document.title).toBe('(3) Shop');
    count.show(0, 'acme');
    expect(document.title).toBe('(2) Shop');
    count.show(0, 'globex');
    expect(document.title).toBe('Shop');
  });

  it('stands alone where the page has no title', () => {
    document.title = '';
    count.show(1);
    expect(document.title).toBe('(1)');
    count.show(0);
    expect(document.title).toBe('');
  });
});
