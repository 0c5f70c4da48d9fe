// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  emptyConversation,
  received,
  sending,
  type ChatMessage,
  type Conversation,
} from '../../conversation/conversation';
import { Pictures } from '../../conversation/view/pictures';
import { Log } from './log';

const theirs = (seq: number): ChatMessage => ({
  seq,
  id: `m${seq}`,
  from: 'visitor',
  text: `text ${seq}`,
  at: '2026-01-01T10:00:00Z',
});
const one = received(emptyConversation, theirs(1));
const nothing = (): void => undefined;
const pictures = new Pictures({ fetch: () => new Promise(nothing), download: nothing });
const onEnd = vi.fn<(isInSight: boolean) => void>();
let page: HTMLElement;

beforeEach(() => {
  onEnd.mockClear();
  page = document.createElement('div');
  show(one);
});

function show(conversation: Conversation): void {
  void act(() =>
    render(
      <Log
        conversation={conversation}
        visitorName="Ada"
        onRetry={nothing}
        onWithdraw={nothing}
        onDownload={nothing}
        pictures={pictures}
        onEnd={onEnd}
      />,
      page,
    ),
  );
}

it('says the role before the name, so that nobody is called the other side', () => {
  expect(page.querySelector('.spoken')?.textContent).toBe('Visitor, Ada:');
});

function box(): HTMLElement {
  return page.querySelector('[data-testid=chat-log]') ?? page;
}

function pill(): HTMLElement | null {
  return page.querySelector('[data-testid=chat-below]');
}

/** Reads further up: 600 of 1,000 pixels are below what is in sight. */
function scrollUp(): void {
  Object.defineProperty(box(), 'scrollHeight', { value: 1000 });
  Object.defineProperty(box(), 'clientHeight', { value: 400 });
  box().scrollTop = 0;
  void act(() => void box().dispatchEvent(new Event('scroll')));
}

describe('the log of a chat', () => {
  it('tells that its end is on the screen', () => {
    expect(onEnd).toHaveBeenLastCalledWith(true);
    scrollUp();
    expect(onEnd).toHaveBeenLastCalledWith(false);
  });

  it('leaves who reads further up there, and tells what is new below', () => {
    scrollUp();
    show(received(one, theirs(2)));
    expect(box().scrollTop).toBe(0);
    expect(pill()?.textContent).toContain('1');
    document.body.append(page);
    void act(() => pill()?.click());
    expect(document.activeElement).toBe(box());
    expect(box().scrollTop).toBe(1000);
    expect(pill()).toBeNull();
    expect(onEnd).toHaveBeenLastCalledWith(true);
  });

  it('goes to the end for what is written here', () => {
    scrollUp();
    show(sending(one, { id: 'own-1', text: 'hello' }));
    expect(box().scrollTop).toBe(1000);
  });
});
