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
import { TopBar } from './top-bar';

let page: HTMLElement;
let desk: Desk;

beforeEach(() => {
  vi.stubGlobal('WebSocket', FakeWebSocket);
  page = document.createElement('div');
  document.body.replaceChildren(page);
  const signIn = { token: () => Promise.resolve('token'), renew: () => Promise.resolve() };
  desk = new Desk(new Suite(signIn, 'https://gateway.example'), signIn, new Attention());
  const texts = { language: 'en', messages: catalogue.en, words: wordsOf.en } as const;
  const nothing = (): void => undefined;
  void act(() =>
    render(
      <TextsContext.Provider value={texts}>
        <TopBar
          person={{ name: 'Anna', roles: new Set(['operator'] as const), accounts: ['acme'] }}
          desk={desk}
          sections={['desk']}
          section="desk"
          onSection={nothing}
          language="en"
          onLanguage={nothing}
          onSignOut={nothing}
        />
      </TextsContext.Provider>,
      page,
    ),
  );
});

afterEach(() => {
  render(null, page);
  vi.unstubAllGlobals();
});

const online = (): HTMLInputElement =>
  page.querySelector<HTMLInputElement>('[data-testid=online]') ?? expect.unreachable();

it('has a switch that says what it means when it is on', async () => {
  expect(online().closest('label')?.textContent.trim()).toBe('Online');
  expect(online().checked).toBe(true);
  await act(() => online().click());
  expect(desk.keeper.store.get().away).toBe(true);
  expect(online().checked).toBe(false);
  await act(() => online().click());
  expect(desk.keeper.store.get().away).toBe(false);
});

it('says in words how the connection is', async () => {
  const said = page.querySelector('[data-testid=connection]');
  expect(said?.role).toBe('status');
  await act(() => desk.keeper.store.update({ connection: 'waiting' }));
  expect(said?.textContent).toBe(catalogue.en.app.reconnecting);
  await act(() => desk.keeper.store.update({ connection: 'open' }));
  expect(said?.textContent).toBe(catalogue.en.app.connected);
});
