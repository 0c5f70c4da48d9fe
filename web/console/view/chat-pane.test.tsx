// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeWebSocket } from '../../transport/fake-socket';
import { catalogue, wordsOf } from '../messages/catalogue';
import { Attention } from '../state/attention';
import { chat, queued, ready } from '../state/fake-desk';
import { Desk } from '../state/session';
import { Suite } from '../transport/suite';
import { TextsContext } from './context';
import { DeskPage } from './desk-page';

let page: HTMLElement;
let desk: Desk;

beforeEach(async () => {
  vi.stubGlobal('WebSocket', FakeWebSocket);
  page = document.createElement('div');
  document.body.replaceChildren(page);
  const signIn = { token: () => Promise.resolve('token'), renew: () => Promise.resolve() };
  const suite = new Suite(signIn, 'https://gateway.example');
  desk = new Desk(suite, signIn, new Attention());
  const texts = { language: 'en', messages: catalogue.en, words: wordsOf.en } as const;
  await act(() =>
    render(
      <TextsContext.Provider value={texts}>
        <DeskPage desk={desk} suite={suite} onSignInAgain={() => undefined} />
      </TextsContext.Provider>,
      page,
    ),
  );
  await act(async () => {
    desk.keeper.start();
    await Promise.resolve();
    await Promise.resolve();
  });
  FakeWebSocket.last.open();
  await say(ready, { type: 'chats', chats: [], gone: [] });
  await say({ type: 'queue', chats: [queued], gone: [] });
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

async function click(testid: string): Promise<void> {
  part(testid)?.focus();
  await act(() => part(testid)?.click());
}

async function accepted(): Promise<void> {
  await click('queue-accept');
  await say(
    { type: 'chats', chats: [chat(queued.chat)], gone: [] },
    { type: 'queue', chats: [], gone: [queued.chat] },
  );
}

it('has the focus where is written once a chat is accepted', async () => {
  await accepted();
  expect(document.activeElement).toBe(part('chat-input'));
});

it('asks before a chat is destroyed, with the focus on going on', async () => {
  await accepted();
  await click('chat-end');
  expect(document.activeElement).toBe(part('chat-end-cancel'));
  expect(FakeWebSocket.last.sent).not.toContainEqual({ type: 'end', chat: queued.chat });
});
