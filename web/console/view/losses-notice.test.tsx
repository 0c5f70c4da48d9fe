// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { catalogue, languages, wordsOf } from '../messages/catalogue';
import type { Losses } from '../state/desk-model';
import { TextsContext } from './context';
import { LossesNotice } from './losses-notice';

const at = new Date(2026, 0, 1, 10, 15).toISOString();
const all: Losses = {
  letters: [
    { kind: 'transcript', reason: 'not-taken', count: 2, last: at },
    { kind: 'lost-notice', reason: 'not-taken', count: 1, last: at },
    { reason: 'store-lost', count: 1, last: at },
  ],
  chats: { count: 3, waited: 2, last: at },
};

let page: HTMLElement;
const onClose = vi.fn();

beforeEach(() => {
  page = document.createElement('div');
  onClose.mockClear();
});

function show(losses: Losses | undefined, language: keyof typeof catalogue = 'en'): void {
  const texts = { language, messages: catalogue[language], words: wordsOf[language] };
  void act(() =>
    render(
      <TextsContext.Provider value={texts}>
        <LossesNotice losses={losses} onClose={onClose} />
      </TextsContext.Provider>,
      page,
    ),
  );
}

const region = () => page.querySelector('[role=status]');
const texts = (id: string) =>
  [...page.querySelectorAll(`[data-testid=${id}]`)].map(({ textContent }) => textContent);

it('has a region before there is anything to say in it, so that it is announced', () => {
  show(undefined);
  const before = region();
  expect(before?.textContent).toBe('');
  show(all);
  expect(region()).toBe(before);
  expect(region()?.textContent).toContain('Lost within the last 24 hours');
});

it('says of each kind how many, what became of them, when, and the code', () => {
  show(all);
  const [transcripts, notice, unknown] = texts('lost-letters');
  expect(transcripts).toMatch(/^2 transcripts: did not arrive\..*10:15.*not-taken$/);
  expect(notice).toMatch(/^1 mail that was to tell of a loss: did not arrive/);
  expect(unknown).toMatch(/^1 mail: did not arrive.*store.*store-lost$/);
  expect(texts('lost-chats')[0]).toMatch(
    /at least 3 chats\. 2 of them were waiting in the queue\..*scope-lost$/,
  );
});

it.each(languages)('leaves no place unfilled in %s', (language) => {
  show(all, language);
  expect(page.textContent).not.toMatch(/[{}]|undefined/);
  expect(texts('lost-letters')).toHaveLength(3);
});

it('can be closed', () => {
  show(all);
  page.querySelector<HTMLButtonElement>('[data-testid=losses-close]')?.click();
  expect(onClose).toHaveBeenCalledOnce();
});
