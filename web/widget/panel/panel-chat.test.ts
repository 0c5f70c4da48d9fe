// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { at, FakePage, settled } from './fake-page';
import { tabMemory } from './state/tab-memory';

let page: FakePage;

beforeEach(() => {
  sessionStorage.clear();
  page = new FakePage();
});

afterEach(() => vi.restoreAllMocks());

function outOfSight(isHidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
}

describe('what the operator wrote while nobody looked', () => {
  it('is counted while the page is hidden or the panel closed, until the person looks', async () => {
    const panel = await page.inChat();
    expect(page.model.missed).toBe(0);
    outOfSight(true);
    page.writeToChat(2, 'more');
    panel.close();
    page.writeToChat(3, 'more');
    outOfSight(false);
    panel.looked();
    expect(page.model.missed).toBe(2);
    panel.open();
    expect(page.model.missed).toBe(0);
  });

  it('is not what the service says, and not what a reload brings again', async () => {
    await page.inChat();
    outOfSight(true);
    page.sayToChat({ type: 'message', seq: 2, id: 'm2', from: 'system', text: 'Anna left.', at });
    page.writeToChat(1, 'a secret');
    expect(page.model.missed).toBe(0);
  });

  it('is read when it is read in another tab', async () => {
    const panel = await page.inChat();
    panel.close();
    page.writeToChat(2, 'more');
    page.sayToChat({ type: 'read', from: 'visitor', seq: 1 });
    expect(page.model).toMatchObject({ missed: 1, unread: 1 });
    page.sayToChat({ type: 'read', from: 'visitor', seq: 2 });
    expect(page.model).toMatchObject({ missed: 0, unread: 0 });
  });

  it('is forgotten with the chat', async () => {
    await page.inChat();
    outOfSight(true);
    page.writeToChat(2, 'more');
    page.sayToChat({ type: 'ended', reason: 'operator', destroyed: { messages: 2, files: 0, at } });
    expect(page.model.missed).toBe(0);
  });
});

describe('the tone', () => {
  it('stays off over a reload, an end, and in other tabs, as long as there is a visit', async () => {
    const panel = await page.inChat();
    panel.mute(true);
    expect(page.model.muted).toBe(true);
    page.sayToChat({ type: 'ended', reason: 'operator', destroyed: { messages: 1, files: 0, at } });
    expect(page.model.muted).toBe(true);
    const next = new FakePage();
    next.panel().join(tabMemory('acme').read());
    expect(next.model.muted).toBe(true);
    page.sayToVisit({ type: 'erased' });
    expect(sessionStorage).toHaveLength(0);
  });
});

describe('a reload', () => {
  it('stores tokens only, and asks for every message again', async () => {
    await page.inChat();
    expect(page.stored()).toContain('chat-token');
    expect(page.stored()).not.toMatch(/secret/);
    const reloaded = page.panel();
    reloaded.join(tabMemory('acme').read());
    expect(page.chatHello()).toEqual({ type: 'hello', token: 'chat-token', after: 0 });
    page.sayToChat({ type: 'ready', chat: 'c05-chat', state: 'active', seq: 1 });
    page.writeToChat(1, 'a secret');
    expect(page.model.conversation.lines).toHaveLength(1);
    expect(page.model.unread).toBe(0);
  });

  it('begins the log with the question, in this page’s memory only', async () => {
    await page.inChat();
    expect(page.model.asked).toEqual({ text: 'a secret question', at });
    expect(page.stored()).not.toMatch(/question/);
  });

  it('counts only new messages as unread', async () => {
    const panel = await page.inChat();
    panel.close();
    page.writeToChat(2, 'more');
    expect(page.model.unread).toBe(1);
    panel.open();
    expect(page.model.unread).toBe(0);
    expect(page.chatFrames).toContainEqual({ type: 'read', seq: 2 });
  });

  it('tells as seen only what is on the screen', async () => {
    await page.inChat();
    page.isEndInSight = false;
    page.writeToChat(2, 'further down');
    expect(page.chatFrames).not.toContainEqual({ type: 'read', seq: 2 });
  });

  it('asks after a cut only for what is missing', async () => {
    await page.inChat();
    expect(page.chatHello()).toEqual({ type: 'hello', token: 'chat-token', after: 1 });
  });
});

it('says nothing of a frame that a service of an older version does not know', async () => {
  await page.inChat();
  page.sayToChat({ type: 'error', code: 'frame-unknown', retryable: false });
  expect(page.model.notice).toBeUndefined();
  expect(page.model.stage).toMatchObject({ kind: 'active' });
});

describe('a connection that is lost for too long', () => {
  it('leaves nothing of the chat on the page but the way back into it', async () => {
    vi.useFakeTimers();
    await page.inChat();
    page.connectChat('open');
    page.connectChat('waiting');
    vi.advanceTimersByTime(170_000);
    expect(page.model.conversation.lines).toHaveLength(1);
    vi.advanceTimersByTime(10_000);
    expect(JSON.stringify(page.model)).not.toMatch(/secret/);
    expect(page.model).toMatchObject({ isHidden: true, stage: { kind: 'active' } });
    expect(page.chatHello()).toEqual({ type: 'hello', token: 'chat-token', after: 0 });
    page.connectChat('open');
    page.sayToChat({ type: 'ready', chat: 'c05-chat', state: 'active', seq: 1 });
    page.writeToChat(1, 'a secret');
    expect(page.model.conversation.lines).toHaveLength(1);
    expect(page.model.isHidden).toBe(false);
    vi.useRealTimers();
  });
});

describe('what was written without a connection', () => {
  it('arrives before what is written after it', async () => {
    const panel = await page.inChat();
    page.connectChat('waiting');
    panel.send('first');
    page.connectChat('open');
    panel.send('second');
    page.sayToChat({ type: 'ready', chat: 'c05-chat', state: 'active', seq: 1 });
    const sent = () => page.chatFrames.filter((frame) => frame.type === 'send');
    page.sayToChat({ type: 'sent', id: sent()[0]?.id ?? '', seq: 2, at });
    expect(sent().map(({ text }) => text)).toEqual(['first', 'second']);
  });
});

describe('the end', () => {
  it('forgets every message and the chat token, and keeps the counts', async () => {
    await page.inChat();
    const destroyed = { messages: 2, files: 1, at };
    page.sayToChat({ type: 'ended', reason: 'operator', destroyed });
    expect(page.model.stage).toEqual({
      kind: 'ended',
      ending: { reason: 'operator', destroyed },
    });
    expect(JSON.stringify(page.model)).not.toMatch(/secret/);
    expect(page.stored()).not.toMatch(/chat-token|secret/);
    page.writeToChat(2, 'late');
    expect(page.model.conversation.lines).toEqual([]);
    expect(page.events).toContain('chat-ended');
  });

  it('that happened while this page was away is told without counts', async () => {
    await page.inChat();
    page.refuseChat('scope-destroyed');
    expect(page.model.stage).toEqual({ kind: 'ended', ending: {} });
    expect(page.stored()).not.toMatch(/chat-token/);
  });

  it('by a loss of the store is told as a loss', async () => {
    await page.inChat();
    page.refuseChat('scope-lost');
    expect(page.model.stage).toEqual({ kind: 'ended', ending: { lost: true } });
    expect(JSON.stringify(page.model)).not.toMatch(/secret/);
    expect(page.stored()).not.toMatch(/chat-token/);
  });
});

describe('an erasure', () => {
  it('forgets everything, tokens too, and opens nothing by itself', async () => {
    const panel = await page.inChat();
    page.sayToVisit({ type: 'erased' });
    await settled();
    panel.looked();
    await settled();
    expect(page.model.stage).toEqual({ kind: 'erased' });
    expect(JSON.stringify(page.model)).not.toMatch(/secret/);
    expect(sessionStorage).toHaveLength(0);
    expect(page.rest.openVisit).toHaveBeenCalledOnce();
  });

  it.each([
    ['token-invalid', 'scope-destroyed'],
    ['scope-lost', 'scope-lost'],
  ] as const)('that this page did not hear of (%s) is told at the form', async (code, problem) => {
    const panel = await page.inChat();
    page.sayToChat({
      type: 'ended',
      reason: 'operator',
      destroyed: { messages: 1, files: 0, at },
    });
    panel.again();
    await settled();
    page.refuseVisit(code);
    panel.looked();
    await settled();
    expect(page.model.stage).toEqual({ kind: 'form', busy: false, problem });
    expect(sessionStorage).toHaveLength(0);
    expect(page.rest.openVisit).toHaveBeenCalledOnce();
  });
});
