// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { askOtherTabs, otherTabs } from './other-tabs';
import type { Remembered } from './tab-memory';

const remembered: Remembered = {
  visit: { visit: 'v17-visit', token: 'visit-token', heartbeatSeconds: 30 },
  muted: true,
  open: true,
  draft: { at: 1, written: { question: 'a secret' } },
};
const said: unknown[] = [];

class Channel {
  static last: Channel;
  onmessage: (event: { data: unknown }) => void = () => undefined;
  constructor() {
    Channel.last = this;
  }
  postMessage = (word: unknown): void => void said.push(word);
}

afterEach(() => vi.unstubAllGlobals());

const nothing = (): void => undefined;
const events = {
  have: () => remembered,
  onHave: nothing,
  onBye: nothing,
  onWithdrawn: nothing,
};

it('are told nothing of what is written here, nor whether the panel is open', () => {
  vi.stubGlobal('BroadcastChannel', Channel);
  const tabs = otherTabs('acme', events);
  tabs.tell(remembered);
  Channel.last.onmessage({ data: { word: 'ask' } });
  const { visit, muted } = remembered;
  expect(said).toEqual(Array(2).fill({ word: 'have', remembered: { visit, muted } }));
});

it.each([
  ['is none', undefined],
  ['is one that the browser forbids, as with blocked cookies', forbidden],
])('do not hear of each other where there %s, and work', (_what, channel) => {
  vi.stubGlobal('BroadcastChannel', channel);
  askOtherTabs('acme', () => expect.unreachable());
  const tabs = otherTabs('acme', events);
  tabs.tell(remembered);
  tabs.bye();
  tabs.withdrawn();
  tabs.close();
});

function forbidden(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}
