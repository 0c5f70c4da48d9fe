// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeWebSocket } from '../../transport/fake-socket';
import { catalogue, wordsOf } from '../messages/catalogue';
import { Attention } from '../state/attention';
import { Desk } from '../state/session';
import { Suite } from '../transport/suite';
import { TextsContext } from './context';
import { DeskPage } from './desk-page';

const last = '2026-01-01T10:00:00Z';
let page: HTMLElement;
let desk: Desk;

beforeEach(() => {
  vi.stubGlobal('WebSocket', FakeWebSocket);
  page = document.createElement('div');
  document.body.replaceChildren(page);
  const signIn = { token: () => Promise.resolve('token'), renew: () => Promise.resolve() };
  const suite = new Suite(signIn, 'https://gateway.example');
  desk = new Desk(suite, signIn, new Attention());
  const texts = { language: 'en', messages: catalogue.en, words: wordsOf.en } as const;
  void act(() =>
    render(
      <TextsContext.Provider value={texts}>
        <DeskPage desk={desk} suite={suite} onSignInAgain={() => undefined} />
      </TextsContext.Provider>,
      page,
    ),
  );
});

afterEach(() => {
  render(null, page);
  vi.unstubAllGlobals();
});

function click(selector: string): void {
  const button = page.querySelector<HTMLElement>(selector);
  button?.focus();
  void act(() => button?.click());
}

it('has the focus on the tabs when a notice is closed, and not nowhere', () => {
  void act(() =>
    desk.keeper.losses.onLosses({ letters: [], chats: { count: 1, waited: 0, last } }),
  );
  click('[data-testid=losses-close]');
  expect(page.querySelector('[data-testid=losses-close]')).toBeNull();
  expect(document.activeElement?.id).toBe('tab-visitors');

  void act(() => desk.keeper.notice('conflict'));
  click('[data-testid=desk-notice] button');
  expect(page.querySelector('[data-testid=desk-notice]')).toBeNull();
  expect(document.activeElement?.id).toBe('tab-visitors');
});
