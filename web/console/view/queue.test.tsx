// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeWebSocket } from '../../transport/fake-socket';
import { catalogue, wordsOf } from '../messages/catalogue';
import { Attention } from '../state/attention';
import { at, queued } from '../state/fake-desk';
import { setServerTime } from '../state/server-time';
import { Desk } from '../state/session';
import { Suite } from '../transport/suite';
import { TextsContext } from './context';
import { Queue } from './queue';

let page: HTMLElement;
let desk: Desk;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(at) });
  vi.stubGlobal('WebSocket', FakeWebSocket);
  page = document.createElement('div');
  document.body.replaceChildren(page);
  const signIn = { token: () => Promise.resolve('token'), renew: () => Promise.resolve() };
  desk = new Desk(new Suite(signIn, 'https://gateway.example'), signIn, new Attention());
  const texts = { language: 'en', messages: catalogue.en, words: wordsOf.en } as const;
  void act(() =>
    render(
      <TextsContext.Provider value={texts}>
        <Queue desk={desk} />
      </TextsContext.Provider>,
      page,
    ),
  );
  void act(() => desk.keeper.store.update({ queue: [queued] }));
});

afterEach(() => {
  render(null, page);
  setServerTime(undefined);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const waited = (): string | null | undefined =>
  page.querySelector('[data-testid=queue-item] .faint')?.textContent;

function pass(millis: number): void {
  void act(() => void vi.advanceTimersByTime(millis));
}

it('speaks of who joins it, and not of the clock that runs', () => {
  const spoken = page.querySelector('[role=status]');
  expect(spoken?.textContent).toContain('Ada');
  const said = vi.fn();
  const watch = new MutationObserver(said);
  watch.observe(spoken ?? expect.unreachable(), {
    childList: true,
    characterData: true,
    subtree: true,
  });
  const before = waited();
  pass(5_000);
  expect(waited()).not.toBe(before);
  expect(watch.takeRecords()).toEqual([]);
  expect(said).not.toHaveBeenCalled();
  expect(page.querySelector('ul')?.closest('[aria-live], [role=status], [role=log]')).toBeNull();
  watch.disconnect();
});

it('tells for how long somebody has waited, whatever this computer’s clock says', () => {
  const since = new Date(Date.parse(at) - 7_200_000).toISOString();
  setServerTime(since);
  void act(() => desk.keeper.store.update({ queue: [{ ...queued, since }] }));
  pass(65_000);
  expect(waited()).toBe('waiting 1:05');
});
