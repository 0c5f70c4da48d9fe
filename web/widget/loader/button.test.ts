// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { buttonMessages } from '../messages/button';
import { ChatButton } from './button';
import type { LoaderSettings } from './settings';

const texts = buttonMessages.en;
let root: ShadowRoot;
let button: ChatButton;

beforeEach(() => {
  root = document.createElement('div').attachShadow({ mode: 'open' });
  button = made('button');
});

function made(variant: LoaderSettings['variant']): ChatButton {
  root.replaceChildren();
  return new ChatButton(root, { language: 'en', variant } as LoaderSettings, () => undefined);
}

const shown = (): HTMLElement =>
  root.querySelector<HTMLElement>('[data-testid=lethe-button]') ?? expect.unreachable();

it('says at once that it is at work, and then whether it failed', () => {
  expect(shown().textContent).toContain(texts.chat);
  button.turn('busy');
  expect(shown().textContent).toContain(texts.busy);
  expect(shown().getAttribute('aria-busy')).toBe('true');
  button.turn('failed');
  expect(shown().textContent).toContain(texts.failed);
  expect(shown().getAttribute('aria-busy')).toBe('false');
  button.turn('ready');
  expect(shown().textContent).toContain(texts.chat);
});

it('offers what there is: a chat, a message where nobody is there, and to hide the panel', () => {
  button.showOnline(false);
  expect(shown().textContent).toContain(texts.leaveMessage);
  button.reflect(true, 0);
  expect(shown().textContent).toContain(texts.hide);
  expect(shown().getAttribute('aria-expanded')).toBe('true');
});

it('is there on sites with an element of their own only when there is news of it', () => {
  button = made('none');
  expect(shown().hidden).toBe(true);
  button.turn('failed');
  expect(shown().hidden).toBe(false);
});
