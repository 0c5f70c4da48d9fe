import { describe, expect, it } from 'vitest';
import { emptyConversation, mayTryAgain, type Conversation } from './conversation';
import { begun, chosen, failed, isChosen, MOST_AT_ONCE, MOST_BYTES, MOST_FILES } from './tray';

let ids = 0;
function lay(before: Conversation, ...files: readonly File[]): Conversation {
  return chosen(
    before,
    files.map((file) => ({ id: `own-${ids++}`, file })),
  );
}

function sized(size: number): File {
  return Object.defineProperty(new File([], 'a.zip'), 'size', { value: size });
}

const small = (name = 'a.txt', type = 'text/plain'): File => new File(['hi'], name, { type });
const problems = ({ tray }: Conversation) => tray.map(({ problem }) => problem);

describe.each([
  ['is empty', new File([], 'a.txt'), 'file-empty'],
  ['is too large', sized(MOST_BYTES + 1), 'file-too-large'],
  ['is a page', small('a.html', 'text/html'), 'file-type-refused'],
  ['is a picture with scripts', small('a.svg', 'image/svg+xml'), 'file-type-refused'],
  ['is a program', small('a.exe', 'application/x-msdownload'), 'file-type-refused'],
])('a file that %s', (_case, file, problem) => {
  it('is told so in the tray, and not sent', () => {
    const laid = lay(emptyConversation, file, small());
    expect(problems(laid)).toEqual([problem, undefined]);
    expect(begun(laid).tray.map(({ fraction }) => fraction)).toEqual([undefined, 0]);
    expect(mayTryAgain(laid.tray[0]?.problem ?? 'network')).toBe(false);
  });
});

it.each(['image/png', '', 'application/vnd.ms-excel', 'application/x-zip-compressed'])(
  'leaves a file called %j to the relay',
  (type) => expect(problems(lay(emptyConversation, small('a', type)))).toEqual([undefined]),
);

it('takes the largest file that is taken over there', () => {
  expect(problems(lay(emptyConversation, sized(MOST_BYTES)))).toEqual([undefined]);
});

it('takes as many as can be looked at, and says that others were left out', () => {
  const many = Array.from({ length: MOST_AT_ONCE - 1 }, () => small());
  const some = lay(emptyConversation, ...many);
  expect(some.leftOut).toBe(false);
  const more = lay(some, small(), small());
  expect(more.tray).toHaveLength(MOST_AT_ONCE);
  expect(more.leftOut).toBe(true);
});

it('tells of the files for which the chat has no room', () => {
  const file = { file: 'f', name: 'a.txt', mediaType: 'text/plain', size: 2 };
  const outgoing = Array.from({ length: MOST_FILES - 1 }, (_each, at) => ({ id: `m${at}`, file }));
  const full = lay({ ...emptyConversation, outgoing }, small(), small());
  expect(problems(full)).toEqual([undefined, 'chat-files-full']);
});

it('calls a file too large where anything else would be just that', () => {
  const laid = lay(emptyConversation, small());
  const after = failed(begun(laid), laid.tray[0]?.id ?? '', 'too-large');
  expect(problems(after)).toEqual(['file-too-large']);
  expect(after.tray.some(isChosen)).toBe(false);
});
