// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyConversation, type Ending } from '../../../conversation/conversation';
import { words as ofEnd } from '../../../words/chat/en';
import { words as ofData } from '../../../words/data/en';
import { words } from '../../../words/en';
import { chatMessages } from '../../messages/chat/en';
import { dataMessages } from '../../messages/data/en';
import { messages } from '../../messages/en';
import { dataUse } from '../fake-page';
import { initialModel, type PanelModel } from '../state/panel-model';
import type { Intents } from './context';
import type { ChatViews } from './chat-part';
import { chatViews } from './chat-views';
import type { DataViews } from './data-part';
import { dataViews } from './data-views';
import { PanelView } from './panel-view';

const nothing = (): void => undefined;
const revoke = vi.fn();
const send = vi.fn();
const mute = vi.fn();
const showData = vi.fn();
const hideData = vi.fn();
const close = vi.fn();
let draft = {};
const saveReceipt = vi.fn<Intents['saveReceipt']>();
const atForm: PanelModel = { ...initialModel, open: true, stage: { kind: 'form', busy: false } };
let root: ShadowRoot;
let view: PanelView;
let loadChat: ReturnType<typeof vi.fn<() => Promise<ChatViews>>>;
let loadData: ReturnType<typeof vi.fn<() => Promise<DataViews>>>;

beforeEach(() => {
  draft = {};
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  root = host.attachShadow({ mode: 'open' });
  const context = {
    messages,
    words,
    language: 'en',
    intents: {
      send,
      attach: nothing,
      seen: nothing,
      mute,
      revoke,
      showData,
      hideData,
      close,
      askAsMe: () => undefined,
      saveReceipt,
    } as unknown as Intents,
    identity: () => ({}),
    draft: () => draft,
    sounds: true,
  };
  loadChat = vi.fn().mockResolvedValue(chatViews(chatMessages, ofEnd));
  loadData = vi.fn().mockResolvedValue(dataViews(dataMessages, ofData));
  const load = { chat: loadChat, data: loadData };
  view = new PanelView(root, context, load, () => undefined);
});

async function focused(): Promise<string | undefined> {
  await new Promise((drawn) => requestAnimationFrame(drawn));
  const { activeElement } = root;
  return activeElement instanceof HTMLElement ? activeElement.dataset['testid'] : undefined;
}

describe('the focus', () => {
  it('goes to the message when the panel is opened', async () => {
    view.render(atForm);
    expect(await focused()).toBe('prechat-question');
  });

  it('stays with the page when a reload shows the panel again', async () => {
    view.leaveFocus();
    view.render(atForm);
    view.render({ ...atForm, stage: { kind: 'thanks', reference: '7K3F9-QXM2D' } });
    expect(await focused()).toBeUndefined();
  });

  it('stands on going on when the end is asked for', async () => {
    view.render({ ...atForm, stage: { kind: 'active' } });
    await focused();
    root.querySelector<HTMLElement>('[data-testid=chat-end]')?.click();
    expect(await focused()).toBe('chat-end-cancel');
  });
});

describe('the view of a chat', () => {
  const inQueue: PanelModel = { ...atForm, held: true, stage: { kind: 'queued' } };
  const part = (testid: string) => root.querySelector<HTMLElement>(`[data-testid=${testid}]`);

  it('comes behind the form, once', async () => {
    view.render(atForm);
    view.render(atForm);
    await focused();
    expect(loadChat).toHaveBeenCalledOnce();
    view.render(inQueue);
    expect(part('chat-log')).not.toBeNull();
  });

  it('sends files without a text once somebody has joined, and keeps them till then', async () => {
    view.render(atForm);
    await focused();
    const tray = [{ id: 'own-1', file: new File(['hi'], 'a.txt') }];
    const conversation = { ...emptyConversation, tray };
    view.render({ ...inQueue, conversation });
    part('chat-send')?.click();
    expect(send).not.toHaveBeenCalled();
    expect(part('chat-tray')?.textContent).toContain(chatMessages.problems['chat-not-accepted']);
    view.render({ ...inQueue, stage: { kind: 'active' }, conversation });
    part('chat-send')?.click();
    expect(send).toHaveBeenCalledWith('');
  });

  it('lets go of pictures and files when another one takes its place', async () => {
    const tray = [{ id: 'own-1', file: new File(['hi'], 'a.txt') }];
    view.render({ ...inQueue, conversation: { ...emptyConversation, tray } });
    await focused();
    const before = part('chat-tray');
    expect(before?.querySelectorAll('li')).toHaveLength(1);
    view.render({ ...inQueue, stage: { kind: 'ended', ending: {} } });
    expect(before?.querySelectorAll('li')).toHaveLength(0);
  });

  it('begins with what was written before, and has a switch for the tone in the panel’s head', async () => {
    draft = { question: 'Is it' };
    view.render(inQueue);
    await focused();
    expect(part('chat-input')).toHaveProperty('value', 'Is it');
    expect(part('chat-sound')?.getAttribute('aria-checked')).toBe('true');
    part('chat-sound')?.click();
    expect(mute).toHaveBeenCalledExactlyOnceWith(true);
    view.render({ ...inQueue, muted: true });
    expect(part('chat-sound')?.getAttribute('aria-checked')).toBe('false');
    for (const hidings of [1, 2]) {
      view.render({ ...inQueue, isHidden: true, hidings });
      const input = part('chat-input') as HTMLTextAreaElement;
      expect(input.value).toBe('');
      input.value = 'Is anybody';
    }
    view.render({ ...inQueue, stage: { kind: 'erased' } });
    expect(part('chat-sound')).toBeNull();
  });

  it('that does not come is told, and tried again', async () => {
    loadChat.mockRejectedValueOnce(new Error('offline'));
    view.render(inQueue);
    await focused();
    expect(part('chat-log')).toBeNull();
    part('chat-reload')?.click();
    await focused();
    expect(part('chat-log')).not.toBeNull();
  });
});

describe('the consent', () => {
  const held: PanelModel = { ...atForm, use: dataUse, held: true, stage: { kind: 'active' } };

  it('can be taken back where something is held, and nowhere else', () => {
    const button = () => root.querySelector<HTMLElement>('[data-testid=withdraw]');
    view.render(atForm);
    expect(button()?.hidden).toBe(true);
    view.render(held);
    expect(button()?.hidden).toBe(false);
  });

  it('is taken back by one click and its confirmation, on words that say what is destroyed', async () => {
    view.render(held);
    await focused();
    expect(loadData).not.toHaveBeenCalled();
    root.querySelector<HTMLElement>('[data-testid=withdraw]')?.click();
    expect(await focused()).toBe('withdraw-cancel');
    expect(loadData).toHaveBeenCalledOnce();
    const question = root.querySelector('[data-testid=withdraw-question]');
    expect(question?.textContent).toContain(words.askChat);
    root.querySelector<HTMLElement>('[data-testid=withdraw-confirm]')?.click();
    expect(revoke).toHaveBeenCalledOnce();
  });
});

describe('what is held of the person', () => {
  const part = (testid: string) => root.querySelector<HTMLElement>(`[data-testid=${testid}]`);
  const shown: PanelModel = { ...atForm, data: true };

  it('can be looked at before the consent is taken back', async () => {
    revoke.mockClear();
    view.render({ ...atForm, held: true });
    await focused();
    part('withdraw')?.click();
    part('withdraw-more')?.click();
    expect(showData).toHaveBeenCalledOnce();
    expect(part('withdraw-question')?.parentElement?.hidden).toBe(true);
    expect(revoke).not.toHaveBeenCalled();
  });

  it('stands above what is being written, which is there afterwards', async () => {
    view.render(atForm);
    await focused();
    const question = part('prechat-question') as HTMLTextAreaElement;
    question.value = 'Is it';
    view.render(shown);
    await focused();
    expect(part('your-data')).not.toBeNull();
    expect(question.closest<HTMLElement>('.body')?.hidden).toBe(true);
    view.render(atForm);
    expect(part('your-data')).toBeNull();
    expect(part('prechat-question')).toHaveProperty('value', 'Is it');
    expect(question.closest<HTMLElement>('.body')?.hidden).toBe(false);
    expect(await focused()).toBe('prechat-name');
  });

  it('is left by Escape, and the panel only by another one', () => {
    const escape = (): unknown =>
      part('lethe-panel')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    hideData.mockClear();
    view.render(shown);
    escape();
    expect(hideData).toHaveBeenCalledOnce();
    expect(close).not.toHaveBeenCalled();
    view.render(atForm);
    escape();
    expect(close).toHaveBeenCalledOnce();
  });

  it('that can’t be drawn is told, and tried again', async () => {
    loadData.mockRejectedValueOnce(new Error('offline'));
    view.render(shown);
    await focused();
    expect(part('your-data')).toBeNull();
    part('chat-reload')?.click();
    await focused();
    expect(part('your-data')).not.toBeNull();
  });

  it('is told to be destroyed, with its receipt, by a view that comes then', async () => {
    const at = '2026-01-01T10:00:00.000Z';
    const outcome = { kind: 'destroyed', at, receipt: 'r-1', signed: true } as const;
    view.render({ ...atForm, stage: { kind: 'withdrawn', outcome } });
    await focused();
    expect(part('withdrawn-outcome')?.textContent).toContain('signed when every service');
    expect(part('receipt-number')?.textContent).toBe('r-1');
  });
});

describe('the end of a chat', () => {
  const at = '2026-01-01T10:00:00.000Z';
  const receipt = 'r07-0123456789abcdef0123456789';
  const reference = '7K3F9-QXM2D';
  const part = (testid: string) => root.querySelector<HTMLElement>(`[data-testid=${testid}]`);
  const ended = async (ending: Ending): Promise<void> => {
    view.render({ ...atForm, use: dataUse, stage: { kind: 'ended', ending } });
    await focused();
  };

  it('is told with the number of its receipt, which can be kept', async () => {
    await ended({
      reason: 'visitor',
      destroyed: { messages: 2, files: 0, at, receipt, reference },
    });
    expect(part('receipt-number')?.textContent).toBe(receipt);
    expect(part('reference-number')?.textContent).toBe(reference);

    saveReceipt.mockResolvedValueOnce('not-found').mockResolvedValueOnce(undefined);
    part('receipt-save')?.click();
    await vi.waitFor(() =>
      expect(part('receipt-problem')?.textContent).toBe(messages.problems['not-found']),
    );
    part('receipt-save')?.click();
    await vi.waitFor(() => expect(part('receipt-problem')?.textContent).toBe(''));
    expect(saveReceipt).toHaveBeenCalledWith(receipt);
  });

  it('names no receipt where there is none', async () => {
    await ended({ reason: 'visitor', destroyed: { messages: 2, files: 0, at } });
    expect(part('receipt-number')).toBeNull();
    expect(part('reference-number')).toBeNull();
    expect(part('receipt-save')).toBeNull();
    await ended({ lost: true });
    expect(part('receipt-number')).toBeNull();
  });

  it.each([
    ['that nobody could end properly', 'deadline', chatMessages.endedDeadline],
    ['whose account was closed', 'closed', chatMessages.endedClosed],
  ] as const)('announces no mail of a chat %s', async (_, reason, why) => {
    await ended({ reason, destroyed: { messages: 2, files: 0, at, receipt } });
    const said = part('chat-destroyed')?.textContent ?? '';
    expect(said).toContain(why);
    expect(said).toContain(words.mailedNot);
    expect(said).not.toContain(words.mailedTeam);
  });
});
