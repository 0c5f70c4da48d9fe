// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { words as ofEnd } from '../../../words/chat/en';
import { words } from '../../../words/en';
import { chatMessages } from '../../messages/chat/en';
import { messages } from '../../messages/en';
import { initialModel } from '../state/panel-model';
import { chatView } from './chat-view';
import { withTexts } from './chat-views';
import type { Intents } from './context';

const send = vi.fn<(text: string) => void>();
let input: HTMLTextAreaElement;
let button: HTMLButtonElement | null;

beforeEach(() => {
  send.mockReset();
  const nothing = (): void => undefined;
  const intents = { send, typed: nothing, seen: nothing, mute: nothing } as unknown as Intents;
  const identity = () => ({});
  const panel = {
    messages,
    words,
    language: 'en',
    identity,
    draft: identity,
    sounds: true,
  } as const;
  const view = chatView(withTexts(chatMessages, ofEnd, { ...panel, intents }));
  view.update({ ...initialModel, open: true, stage: { kind: 'active' } });
  input = view.element.querySelector('textarea') ?? expect.unreachable();
  button = view.element.querySelector<HTMLButtonElement>('[data-testid=chat-send]');
});

function press(key: KeyboardEventInit): void {
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, ...key }));
}

it('sends what is written by Enter', () => {
  input.value = ' Hello ';
  press({});
  expect(send).toHaveBeenCalledExactlyOnceWith('Hello');
  expect(input.value).toBe('');
});

it.each([{ isComposing: true }, { keyCode: 229 }, { shiftKey: true }])(
  'does not send by an Enter that is meant otherwise: %j',
  (key) => {
    input.value = 'こんにちは';
    press(key);
    expect(send).not.toHaveBeenCalled();
    expect(input.value).toBe('こんにちは');
  },
);

it('sends nothing that nobody could see', () => {
  input.value = '\u200b\u00a0';
  press({});
  button?.click();
  expect(send).not.toHaveBeenCalled();
});
