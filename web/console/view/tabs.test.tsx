// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { VisitorView } from '../../protocol/generated';
import { FakeWebSocket } from '../../transport/fake-socket';
import { catalogue, wordsOf } from '../messages/catalogue';
import { Attention } from '../state/attention';
import { at, chat, message, ready } from '../state/fake-desk';
import { Desk } from '../state/session';
import { Suite } from '../transport/suite';
import { TextsContext } from './context';
import { Tabs } from './tabs';

let page: HTMLElement;
let desk: Desk;

beforeEach(async () => {
  vi.stubGlobal('WebSocket', FakeWebSocket);
  FakeWebSocket.all = [];
  page = document.createElement('div');
  document.body.replaceChildren(page);
  const signIn = { token: () => Promise.resolve('token'), renew: () => Promise.resolve() };
  desk = new Desk(new Suite(signIn, 'https://gateway.example'), signIn, new Attention());
  const texts = { language: 'en', messages: catalogue.en, words: wordsOf.en } as const;
  await act(() =>
    render(
      <TextsContext.Provider value={texts}>
        <Tabs desk={desk} />
      </TextsContext.Provider>,
      page,
    ),
  );
  await act(async () => {
    desk.keeper.start();
    await new Promise((soon) => setTimeout(soon));
  });
  FakeWebSocket.last.open();
  await say(ready, { type: 'chats', chats: [chat('c1'), chat('c2')], gone: [] });
});

afterEach(() => {
  desk.stop();
  render(null, page);
  vi.unstubAllGlobals();
});

async function say(...frames: readonly object[]): Promise<void> {
  await act(() => frames.forEach((frame) => FakeWebSocket.last.say(frame)));
}

const part = (testid: string) => page.querySelector<HTMLElement>(`[data-testid=${testid}]`);

it('speaks of what was written in a chat that is not in front', async () => {
  expect(part('unread')?.role).toBe('status');
  expect(part('unread')?.textContent.trim()).toBe('');
  await say(message(1, 'c2'));
  expect(part('unread')?.textContent).toContain('Ada: 1 new message.');
  await say(message(2, 'c2'));
  expect(part('unread')?.textContent).toContain('Ada: 2 new messages.');
});

it('counts who is on the site apart from who is leaving it', async () => {
  const visitor = (visit: string, leaving: boolean): VisitorView => ({
    visit,
    since: at,
    leaving,
    url: 'https://shop.example/',
    details: {},
    pages: [],
  });
  const list = [visitor('v1', false), visitor('v2', true), visitor('v3', true)];
  await act(() => desk.visitors.store.update({ list }));
  expect(part('visitors-tab')?.querySelector('.count')?.textContent).toBe('1');
  expect(part('visitors-tab')?.textContent).toContain('leaving 2');
});
