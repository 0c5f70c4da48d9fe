// @vitest-environment happy-dom
import { createRef, render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { Composer } from './composer';

const onSend = vi.fn<(text: string) => void>();
const nothing = (): void => undefined;
const input = createRef<HTMLTextAreaElement>();
let page: HTMLElement;

beforeEach(() => {
  onSend.mockClear();
  page = document.createElement('div');
  document.body.replaceChildren(page);
  void act(() =>
    render(
      <Composer
        draft=""
        disabled={false}
        hasFiles={false}
        input={input}
        onDraft={nothing}
        onSend={onSend}
        onFiles={nothing}
      />,
      page,
    ),
  );
});

function write(text: string, key: KeyboardEventInit = {}): void {
  const field = input.current ?? expect.unreachable();
  field.value = text;
  void act(() => void field.dispatchEvent(new Event('input')));
  const enter = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, ...key });
  void act(() => void field.dispatchEvent(enter));
}

it('has the focus once an accepted chat has taken the place of what had it', () => {
  expect(document.activeElement).toBe(input.current);
});

it('sends what is written by Enter', () => {
  write(' Hello ');
  expect(onSend).toHaveBeenCalledExactlyOnceWith('Hello');
  expect(input.current?.value).toBe('');
});

it.each([{ isComposing: true }, { keyCode: 229 }, { shiftKey: true }])(
  'does not send by an Enter that is meant otherwise: %j',
  (key) => {
    write('こんにちは', key);
    expect(onSend).not.toHaveBeenCalled();
  },
);

it('sends nothing that nobody could see', () => {
  write('\u200b\u00a0');
  expect(onSend).not.toHaveBeenCalled();
});
