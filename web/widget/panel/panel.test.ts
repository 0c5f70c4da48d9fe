// @vitest-environment happy-dom
import type { ChatServerFrame, ErrorCode, VisitServerFrame } from '../../protocol/generated';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LetheEvent } from '../host';
import { Panel } from './panel';
import { ChatKeeper, type ChatSocketEvents } from './state/chat-keeper';
import type { PanelModel } from './state/panel-model';
import { tabMemory } from './state/tab-memory';
import { VisitKeeper, type VisitSocketEvents } from './state/visit-keeper';

const at = '2026-01-01T10:00:00.000Z';
const visitOpened = { visit: 'v17-visit', token: 'visit-token', heartbeatSeconds: 30 };

/** The suite as a test plays it: it answers REST calls and speaks on both sockets. */
function suite() {
  const visitFrames: unknown[] = [];
  const chatFrames: unknown[] = [];
  const plans: { visit?: VisitSocketEvents; chat?: ChatSocketEvents } = {};
  const socket = (frames: unknown[]) => ({
    start: () => undefined,
    send: (frame: unknown) => {
      frames.push(frame);
      return true;
    },
    drop: () => undefined,
    retryNow: () => undefined,
    close: () => undefined,
  });
  const rest = {
    deskStatus: vi.fn().mockResolvedValue({ ok: true, value: { online: true } }),
    openVisit: vi.fn().mockResolvedValue({ ok: true, value: visitOpened }),
    askForChat: vi.fn().mockResolvedValue({
      ok: true,
      value: { chat: 'c05-chat', token: 'chat-token', state: 'queued', position: 2 },
    }),
    offlineMessage: vi.fn().mockResolvedValue({ ok: true, value: undefined }),
  };
  return {
    rest,
    visitFrames,
    chatFrames,
    visitSocket: (plan: VisitSocketEvents) => {
      plans.visit = plan;
      return socket(visitFrames);
    },
    chatSocket: (plan: ChatSocketEvents) => {
      plans.chat = plan;
      return socket(chatFrames);
    },
    sayToVisit: (frame: VisitServerFrame) => plans.visit?.onFrame(frame),
    refuseVisit: () => plans.visit?.onRefused('scope-destroyed'),
    sayToChat: (frame: ChatServerFrame) => plans.chat?.onFrame(frame),
    refuseChat: (code: ErrorCode) => plans.chat?.onRefused(code),
    chatHello: () => plans.chat?.hello(),
  };
}

let server: ReturnType<typeof suite>;
let model: PanelModel;
let events: LetheEvent['type'][];

function panelOnThePage(): Panel {
  const memory = tabMemory('acme');
  const visit: VisitKeeper = new VisitKeeper({
    open: server.rest.openVisit,
    leave: () => undefined,
    socket: (_visit, plan) => server.visitSocket(plan),
    page: () => ({ url: 'https://shop.example/', title: 'Shop' }),
    onVisit: (current) => {
      const { visit: _before, ...others } = memory.read();
      memory.write(current === undefined ? others : { ...others, visit: current });
    },
    onErased: () => panel.erased(),
    onExpired: () => panel.expired(),
    onSilence: () => undefined,
  });
  const panel: Panel = new Panel({
    account: 'acme',
    passed: { identity: {}, details: { plan: 'gold' } },
    clickConsent: 'A click opens the visit.',
    rest: server.rest,
    memory,
    tabs: { tell: () => undefined, bye: () => undefined },
    visit,
    chat: (access, ports) =>
      new ChatKeeper(access, {
        ...ports,
        socket: (_chat, plan) => server.chatSocket(plan),
        upload: () => ({ done: new Promise(() => undefined), cancel: () => undefined }),
        end: () => Promise.resolve({ ok: true, value: undefined }),
      }),
    show: (next) => {
      model = next;
    },
    emit: ({ type }) => events.push(type),
    now: () => new Date(at),
  });
  return panel;
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    await Promise.resolve();
  }
}

async function panelInChat(): Promise<Panel> {
  const panel = panelOnThePage();
  panel.open('click');
  await settled();
  await panel.ask({ name: 'Ada', question: 'a secret question' }, 'I agree.');
  server.sayToChat({ type: 'ready', chat: 'c05-chat', state: 'active', seq: 0, operator: 'Anna' });
  server.sayToChat({ type: 'message', seq: 1, id: 'm1', from: 'operator', text: 'a secret', at });
  return panel;
}

const stored = () => JSON.stringify(Object.entries(sessionStorage));

beforeEach(() => {
  sessionStorage.clear();
  server = suite();
  events = [];
});

describe('before the click', () => {
  it('asks for nothing and stores nothing', async () => {
    panelOnThePage();
    await settled();
    expect(server.rest.openVisit).not.toHaveBeenCalled();
    expect(server.rest.deskStatus).not.toHaveBeenCalled();
    expect(sessionStorage).toHaveLength(0);
  });
});

describe('the click', () => {
  it('opens the visit with the words that the button said, and what the site passed', async () => {
    panelOnThePage().open('click');
    await settled();
    expect(model.stage).toEqual({ kind: 'form', busy: false });
    expect(server.rest.openVisit).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        account: 'acme',
        details: { plan: 'gold' },
        consent: { text: 'A click opens the visit.', at },
      }),
    );
  });

  it('opens no visit when nobody is there: the offline form needs none', async () => {
    server.rest.deskStatus.mockResolvedValue({ ok: true, value: { online: false } });
    const panel = panelOnThePage();
    panel.open('click');
    await settled();
    expect(model.stage.kind).toBe('offline');
    expect(server.rest.openVisit).not.toHaveBeenCalled();
    await panel.leaveMessage({ name: 'Ada', email: 'a@x.example', message: 'Hi' }, 'I agree.');
    expect(model.stage).toEqual({ kind: 'thanks' });
    expect(sessionStorage).toHaveLength(0);
  });

  it('tells when the site may not show the widget', async () => {
    server.rest.openVisit.mockResolvedValue({ ok: false, code: 'origin-refused' });
    panelOnThePage().open('click');
    await settled();
    expect(model.stage).toEqual({ kind: 'refused', problem: 'origin-refused' });
  });
});

describe('without a click', () => {
  it('the form opens and no visit', async () => {
    const panel = panelOnThePage();
    panel.open('script');
    await settled();
    expect(model.stage).toEqual({ kind: 'form', busy: false });
    expect(server.rest.openVisit).not.toHaveBeenCalled();
    expect(sessionStorage).toHaveLength(0);
  });

  it('the visit is opened by sending the form, which says what that means', async () => {
    const panel = panelOnThePage();
    panel.open('script');
    await settled();
    await panel.ask({ name: 'Ada' }, 'I agree.');
    expect(server.rest.openVisit).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ consent: { text: 'A click opens the visit.', at } }),
    );
    expect(model.stage.kind).toBe('queued');
  });

  it('the form waits for one, which opens the visit', async () => {
    const panel = panelOnThePage();
    panel.open('script');
    await settled();
    panel.close();
    panel.open('click');
    await settled();
    expect(server.rest.openVisit).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ consent: { text: 'A click opens the visit.', at } }),
    );
  });

  it('a reload goes on with the stored visit and opens no other when it has run out', async () => {
    panelOnThePage().open('click');
    await settled();
    const reloaded = panelOnThePage();
    reloaded.join(tabMemory('acme').read());
    reloaded.open('script');
    await settled();
    server.refuseVisit();
    reloaded.looked();
    await settled();
    expect(server.rest.openVisit).toHaveBeenCalledOnce();
    expect(model.stage.kind).toBe('form');
  });
});

describe("the site's consent", () => {
  it('opens the visit once, however often it is given', async () => {
    const panel = panelOnThePage();
    panel.consent('The banner said so.');
    panel.consent('The banner said so.');
    await settled();
    panel.open('click');
    await settled();
    expect(server.rest.openVisit).toHaveBeenCalledOnce();
    expect(server.rest.openVisit).toHaveBeenCalledWith(
      expect.objectContaining({ consent: { text: 'The banner said so.', at } }),
    );
  });

  it('opens a new visit when the old one ran out', async () => {
    const panel = panelOnThePage();
    panel.consent('The banner said so.');
    await settled();
    server.refuseVisit();
    await settled();
    expect(server.rest.openVisit).toHaveBeenCalledTimes(2);
  });
});

describe('asking for a chat', () => {
  it('waits in the queue, then talks', async () => {
    const panel = panelOnThePage();
    panel.open('click');
    await settled();
    await panel.ask({ name: 'Ada' }, 'I agree.');
    expect(server.rest.askForChat).toHaveBeenCalledWith('visit-token', {
      name: 'Ada',
      consent: { text: 'I agree.', at },
    });
    expect(model.stage).toEqual({ kind: 'queued', position: 2 });
    server.sayToChat({ type: 'ready', chat: 'c05-chat', state: 'queued', seq: 0 });
    server.sayToChat({ type: 'state', state: 'queued', position: 1 });
    expect(model.stage).toEqual({ kind: 'queued', position: 1 });
    server.sayToChat({ type: 'state', state: 'active', operator: 'Anna' });
    expect(model.stage).toEqual({ kind: 'active', operator: 'Anna' });
    expect(events).toContain('chat-accepted');
  });

  it('turns to the offline form with the question when nobody is there any more', async () => {
    server.rest.askForChat.mockResolvedValue({ ok: false, code: 'nobody-online' });
    const panel = panelOnThePage();
    panel.open('click');
    await settled();
    await panel.ask({ name: 'Ada', question: 'Is it in stock?' }, 'I agree.');
    expect(model.stage).toEqual({ kind: 'offline', busy: false, question: 'Is it in stock?' });
  });

  it('opens a new visit when the old one ran out behind the form', async () => {
    const panel = panelOnThePage();
    panel.open('click');
    await settled();
    server.rest.askForChat.mockResolvedValueOnce({ ok: false, code: 'scope-destroyed' });
    await panel.ask({ name: 'Ada' }, 'I agree.');
    expect(server.rest.openVisit).toHaveBeenCalledTimes(2);
    expect(model.stage.kind).toBe('queued');
  });

  it('keeps the form when the request fails', async () => {
    server.rest.askForChat.mockResolvedValue({ ok: false, code: 'unavailable', retryable: true });
    const panel = panelOnThePage();
    panel.open('click');
    await settled();
    await panel.ask({ name: 'Ada' }, 'I agree.');
    expect(model.stage).toEqual({ kind: 'form', busy: false, problem: 'unavailable' });
  });
});

describe('a reload', () => {
  it('stores tokens only, and asks for every message again', async () => {
    await panelInChat();
    expect(stored()).toContain('chat-token');
    expect(stored()).not.toMatch(/secret/);
    const reloaded = panelOnThePage();
    reloaded.join(tabMemory('acme').read());
    expect(server.chatHello()).toEqual({ type: 'hello', token: 'chat-token', after: 0 });
    server.sayToChat({ type: 'ready', chat: 'c05-chat', state: 'active', seq: 1 });
    server.sayToChat({ type: 'message', seq: 1, id: 'm1', from: 'operator', text: 'a secret', at });
    expect(model.conversation.lines).toHaveLength(1);
    expect(model.unread).toBe(0);
  });

  it('counts only new messages as unread', async () => {
    const panel = await panelInChat();
    panel.close();
    server.sayToChat({ type: 'message', seq: 2, id: 'm2', from: 'operator', text: 'more', at });
    expect(model.unread).toBe(1);
    panel.open('click');
    expect(model.unread).toBe(0);
    expect(server.chatFrames).toContainEqual({ type: 'read', seq: 2 });
  });

  it('asks after a cut only for what is missing', async () => {
    await panelInChat();
    expect(server.chatHello()).toEqual({ type: 'hello', token: 'chat-token', after: 1 });
  });
});

describe('the end', () => {
  it('forgets every message and the chat token, and keeps the counts', async () => {
    await panelInChat();
    const destroyed = { messages: 2, files: 1, at };
    server.sayToChat({ type: 'ended', reason: 'operator', destroyed, receipt: 'r-1' });
    expect(model.stage).toEqual({
      kind: 'ended',
      ending: { reason: 'operator', destroyed, receipt: 'r-1' },
    });
    expect(JSON.stringify(model)).not.toMatch(/secret/);
    expect(stored()).not.toMatch(/chat-token|secret/);
    server.sayToChat({ type: 'message', seq: 2, id: 'm2', from: 'operator', text: 'late', at });
    expect(model.conversation.lines).toEqual([]);
    expect(events).toContain('chat-ended');
  });

  it('that happened while this page was away is told without counts', async () => {
    await panelInChat();
    server.refuseChat('scope-destroyed');
    expect(model.stage).toEqual({ kind: 'ended', ending: {} });
    expect(stored()).not.toMatch(/chat-token/);
  });

  it('by a loss of the store is told as a loss', async () => {
    await panelInChat();
    server.refuseChat('scope-lost');
    expect(model.stage).toEqual({ kind: 'ended', ending: { lost: true } });
    expect(JSON.stringify(model)).not.toMatch(/secret/);
    expect(stored()).not.toMatch(/chat-token/);
  });
});

describe('an erasure', () => {
  it('forgets everything, tokens too, and opens nothing by itself', async () => {
    const panel = await panelInChat();
    server.sayToVisit({ type: 'erased' });
    await settled();
    panel.looked();
    await settled();
    expect(model.stage).toEqual({ kind: 'erased' });
    expect(JSON.stringify(model)).not.toMatch(/secret/);
    expect(sessionStorage).toHaveLength(0);
    expect(server.rest.openVisit).toHaveBeenCalledOnce();
  });

  it('that this page was not connected to hear is told, and opens nothing either', async () => {
    const panel = panelOnThePage();
    panel.open('click');
    await settled();
    server.refuseVisit();
    panel.looked();
    await settled();
    expect(model.stage).toEqual({ kind: 'form', busy: false, problem: 'scope-destroyed' });
    expect(sessionStorage).toHaveLength(0);
    expect(server.rest.openVisit).toHaveBeenCalledOnce();
  });
});
