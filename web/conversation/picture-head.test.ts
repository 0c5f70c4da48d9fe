import { expect, it } from 'vitest';
import { pictureHead } from './picture-head';

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (byte) => parseInt(byte, 16));

it.each([
  ['png', '89504e470d0a1a0a 0000000d49484452 00000320 00000258 08', 'image/png', 800, 600],
  ['gif', '474946383961 2003 5802 000000 2c 0000 0000 2003 5802 00', 'image/gif', 800, 600],
  [
    'gif whose first frame is larger than its screen, behind a table and an extension',
    '474946383961 0100 0100 800000 000000ffffff 21f904 00000000 00 2c 0000 0100 2003 5802 00',
    'image/gif',
    800,
    601,
  ],
  [
    'lossy webp',
    '52494646 00000000 57454250 56503820 00000000 000000 9d012a 2003 5802',
    'image/webp',
    800,
    600,
  ],
  [
    'lossless webp',
    '52494646 00000000 57454250 5650384c 00000000 2f 1fc39500',
    'image/webp',
    800,
    600,
  ],
  [
    'webp with more about it',
    '52494646 00000000 57454250 56503858 0a000000 00000000 1f0300 570200',
    'image/webp',
    800,
    600,
  ],
  [
    'jpeg behind other segments',
    'ffd8 ffe0 0004 0000 ffff dbff c4 0002 ffc2 0011 08 0258 0320',
    'image/jpeg',
    undefined,
    undefined,
  ],
  ['jpeg', 'ffd8 ffe0 0004 0000 ff ffdb 0002 ffc2 0011 08 0258 0320', 'image/jpeg', 800, 600],
])('reads the measures of a %s', (_name, hex, type, width, height) => {
  const head = pictureHead(bytes(hex));
  expect(head).toEqual(width === undefined ? undefined : { type, width, height });
});

it.each([
  ['text', '3c7376673e3c2f7376673e'],
  ['a picture cut short', '89504e470d0a1a0a 0000'],
  ['nothing', ''],
])('says nothing of %s', (_name, hex) => {
  expect(pictureHead(bytes(hex))).toBeUndefined();
});
