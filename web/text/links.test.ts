import { describe, expect, it } from 'vitest';
import { pieces } from './links';

const hrefs = (text: string) => pieces(text).flatMap(({ href }) => href ?? []);

describe('links in a text', () => {
  it('are web addresses, without the punctuation around them', () => {
    expect(pieces('See https://lethe.example/a?b=1#c, or (http://x.example).')).toEqual([
      { text: 'See ' },
      { text: 'https://lethe.example/a?b=1#c', href: 'https://lethe.example/a?b=1#c' },
      { text: ', or (' },
      { text: 'http://x.example', href: 'http://x.example/' },
      { text: ').' },
    ]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://', 'ftp://x.example', 'no link'])(
    'are not made of %s',
    (text) => expect(hrefs(text)).toEqual([]),
  );

  it.each([
    [
      'https://en.wikipedia.org/wiki/Lamp_(disambiguation)',
      'https://en.wikipedia.org/wiki/Lamp_(disambiguation)',
    ],
    ['look (https://shop.example/a) here', 'https://shop.example/a'],
    ['look (https://shop.example/a_(b)).', 'https://shop.example/a_(b)'],
    ['请看https://shop.example/order。谢谢', 'https://shop.example/order'],
    ['（https://shop.example/order）、', 'https://shop.example/order'],
    ['https://shop.example/a.', 'https://shop.example/a'],
    ['https://shop.example/a?!…', 'https://shop.example/a'],
    ['https://shop.example/q?this=(is)&a=x', 'https://shop.example/q?this=(is)&a=x'],
  ])('end where the address ends: %s', (text, href) => expect(hrefs(text)).toEqual([href]));

  it('lose no letter of the text', () => {
    const text = 'a https://x.example/ü b\nhttps://y.example "https://z.example"';
    expect(
      pieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
    expect(hrefs(text)).toHaveLength(3);
  });
});
