// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { endOfTalk, talk } from '../messages/en';
import type { TrayFile } from '../tray';
import { TrayView } from './tray-view';

const retry = vi.fn();
const withdraw = vi.fn();
const back = vi.fn();
let tray: TrayView;

beforeEach(() => {
  vi.resetAllMocks();
  const messages = { ...endOfTalk, ...talk };
  tray = new TrayView(
    { messages, language: 'en', problem: (code) => code },
    { retry, withdraw, back },
  );
});

const file = (id: string, more: Partial<TrayFile> = {}): TrayFile => ({
  id,
  file: new File(['hi'], `${id}.txt`, { type: 'text/plain' }),
  ...more,
});
const part = (testid: string): HTMLElement | null =>
  tray.element.querySelector(`[data-testid=${testid}]`);
const spoken = (): string => tray.element.querySelector('.spoken')?.textContent ?? '';
const shown = (): (string | undefined)[] =>
  [...tray.element.querySelectorAll('li')].map(({ dataset }) => dataset['state']);

it('is not there without files', () => {
  expect(tray.element.classList.contains('empty')).toBe(true);
  tray.update([file('a')]);
  expect(tray.element.classList.contains('empty')).toBe(false);
});

it('shows name, size, how far it is and what is wrong, in elements that stay', () => {
  tray.update([file('a'), file('b')]);
  const [row] = tray.element.getElementsByTagName('li');
  expect(row?.textContent).toContain('a.txt 2 bytes');
  tray.update([file('a', { fraction: 0.5 }), file('b', { problem: 'network' })]);
  expect(shown()).toEqual(['coming', 'failed']);
  expect(tray.element.getElementsByTagName('li')[0]).toBe(row);
  expect(row?.querySelector('progress')?.value).toBe(0.5);
  expect(tray.element.querySelectorAll('[role=alert]')[1]?.textContent).toBe('network');
});

it('says which files wait, and which was taken away', () => {
  tray.update([file('a'), file('b'), file('c', { problem: 'file-empty' })]);
  expect(spoken()).toBe('Not sent yet: a.txt, b.txt');
  part('tray-remove')?.click();
  expect(withdraw).toHaveBeenCalledWith('a');
  expect(spoken()).toBe('Removed: a.txt');
  expect(back).toHaveBeenCalledOnce();
});

it('offers to try again only what may work another time', () => {
  tray.update([file('a', { problem: 'file-too-large' })]);
  expect(part('tray-retry')?.hidden).toBe(true);
  tray.update([file('a', { problem: 'network' })]);
  expect(part('tray-retry')?.hidden).toBe(false);
  expect(part('tray-retry')?.getAttribute('aria-label')).toBe('Try again: a.txt');
  part('tray-retry')?.click();
  expect(retry).toHaveBeenCalledWith('a');
  expect(back).toHaveBeenCalledOnce();
});

it('gives the focus back by Escape, which closes nothing around it', () => {
  const around = vi.fn();
  document.body.replaceChildren(tray.element);
  document.body.addEventListener('keydown', around, { once: true });
  tray.update([file('a')]);
  part('tray-remove')?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
  );
  expect(back).toHaveBeenCalledOnce();
  expect(around).not.toHaveBeenCalled();
  expect(withdraw).not.toHaveBeenCalled();
});

it('says what holds for all of them', () => {
  tray.update([file('a')], 'chat-not-accepted');
  expect(tray.element.querySelector('[role=status]')?.textContent).toBe('chat-not-accepted');
});
