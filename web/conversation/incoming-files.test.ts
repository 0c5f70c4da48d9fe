import { expect, it } from 'vitest';
import { pastedFiles } from './incoming-files';

const picture = new File(['…'], 'image.png', { type: 'image/png' });
const clipboard = (text: string, ...files: readonly File[]) => ({
  files: files as unknown as FileList,
  getData: (type: string) => (type === 'text/plain' ? text : '<b>text</b>'),
});

it('takes a picture that is alone in the clipboard', () => {
  expect(pastedFiles(clipboard('', picture))).toEqual([picture]);
});

it('leaves the picture that Excel and Word lay beside their text', () => {
  expect(pastedFiles(clipboard('Ember\t148\r\nFern\t96\r\n', picture))).toEqual([]);
});

it('takes a file whose name a file manager lays beside it', () => {
  const other = new File(['…'], 'b.pdf');
  expect(pastedFiles(clipboard('image.png\nb.pdf', picture, other))).toEqual([picture, other]);
  expect(pastedFiles(clipboard('/home/ada/image.png', picture))).toEqual([picture]);
  const umlaut = new File(['…'], 'mein Größe.png');
  const address = 'file:///home/ada/mein%20Gr%C3%B6%C3%9Fe.png';
  expect(pastedFiles(clipboard(address, umlaut))).toEqual([umlaut]);
  expect(pastedFiles(clipboard('C:\\Users\\ada\\image.png', picture))).toEqual([picture]);
});

it('takes nothing from a text', () => {
  expect(pastedFiles(clipboard('hello'))).toEqual([]);
});
