// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { at, dataUse, FakePage, settled } from './fake-page';
import type { Panel } from './panel';
import { tabMemory } from './state/tab-memory';

let page: FakePage;

beforeEach(() => {
  sessionStorage.clear();
  page = new FakePage();
});

describe('before the click', () => {
  it('asks for nothing and stores nothing', async () => {
    page.panel();
    await settled();
    expect(page.rest.openVisit).not.toHaveBeenCalled();
    expect(page.rest.deskStatus).not.toHaveBeenCalled();
    expect(sessionStorage).toHaveLength(0);
  });
});

describe('opening the panel', () => {
  it('shows the form, opens no visit and stores nothing', async () => {
    await page.opened();
    expect(page.model.stage).toEqual({ kind: 'form', busy: false });
    expect(page.rest.openVisit).not.toHaveBeenCalled();
    expect(sessionStorage).toHaveLength(0);
  });

  it('opens no visit when nobody is there either: the offline form needs none', async () => {
    page.rest.deskStatus.mockResolvedValue({ ok: true, value: { online: false, dataUse } });
    const panel = await page.opened();
    expect(page.model.stage.kind).toBe('offline');
    await panel.leaveMessage({ name: 'Ada', email: 'a@x.example', message: 'Hi' }, 'I agree.');
    expect(page.model.stage).toEqual({ kind: 'thanks', reference: '7K3F9-QXM2D' });
    expect(page.rest.openVisit).not.toHaveBeenCalled();
    expect(sessionStorage).toHaveLength(0);
  });
});

describe('sending the form', () => {
  it('opens the visit with the words above its button, and what the site passed', async () => {
    const panel = await page.opened();
    await panel.ask({ question: 'Is it in stock?' }, 'I agree.');
    expect(page.rest.openVisit).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        account: 'acme',
        details: { plan: 'gold' },
        consent: { text: 'I agree.', at },
      }),
    );
    expect(page.model.stage.kind).toBe('queued');
  });

  it('tells when the site may not show the widget', async () => {
    page.rest.openVisit.mockResolvedValue({ ok: false, code: 'origin-refused' });
    const panel = await page.opened();
    await panel.ask({ question: 'Is it in stock?' }, 'I agree.');
    expect(page.model.stage).toEqual({ kind: 'refused', problem: 'origin-refused' });
  });

  it('opens no visit later when it failed', async () => {
    page.rest.openVisit.mockResolvedValue({ ok: false, code: 'unavailable', retryable: true });
    const panel = await page.opened();
    await panel.ask({ question: 'Is it in stock?' }, 'I agree.');
    panel.looked();
    await settled();
    expect(page.rest.openVisit).toHaveBeenCalledOnce();
  });

  it('is needed again after a reload when the visit has run out', async () => {
    const panel = await page.opened();
    await panel.ask({ question: 'Is it in stock?' }, 'I agree.');
    page.sayToChat({
      type: 'ended',
      reason: 'operator',
      destroyed: { messages: 1, files: 0, at },
    });
    const reloaded = page.panel();
    reloaded.join(tabMemory('acme').read());
    reloaded.open();
    await settled();
    page.refuseVisit();
    reloaded.looked();
    await settled();
    expect(page.rest.openVisit).toHaveBeenCalledOnce();
    expect(page.model.stage.kind).toBe('form');
  });
});

describe('a second form', () => {
  async function afterAChat(): Promise<Panel> {
    const panel = await page.opened();
    await panel.ask({ question: 'Is it in stock?' }, 'The first words.');
    const destroyed = { messages: 1, files: 0, at };
    page.sayToChat({ type: 'ended', reason: 'operator', destroyed });
    panel.again();
    await settled();
    return panel;
  }

  it('opens the visit anew under its own words', async () => {
    const panel = await afterAChat();
    page.rest.askForChat.mockResolvedValueOnce({ ok: false, code: 'scope-destroyed' });
    await panel.ask({ question: 'And now?' }, 'The second words.');
    expect(page.rest.openVisit).toHaveBeenLastCalledWith(
      expect.objectContaining({ consent: { text: 'The second words.', at } }),
    );
  });

  it('keeps its words when the visit runs out while it is being sent', async () => {
    const panel = await afterAChat();
    page.rest.askForChat.mockImplementationOnce(() => {
      page.refuseVisit();
      return Promise.resolve({ ok: false, code: 'scope-destroyed' });
    });
    await panel.ask({ question: 'And now?' }, 'The second words.');
    expect(page.model.stage.kind).toBe('queued');
  });
});

describe("the site's consent", () => {
  it('opens the visit once, however often it is given', async () => {
    const panel = page.panel();
    panel.consent('The banner said so.');
    panel.consent('The banner said so.');
    await settled();
    panel.open();
    await settled();
    expect(page.rest.openVisit).toHaveBeenCalledOnce();
    expect(page.rest.openVisit).toHaveBeenCalledWith(
      expect.objectContaining({ consent: { text: 'The banner said so.', at } }),
    );
  });

  it('opens a new visit when the old one ran out', async () => {
    const panel = page.panel();
    panel.consent('The banner said so.');
    await settled();
    page.refuseVisit();
    await settled();
    expect(page.rest.openVisit).toHaveBeenCalledTimes(2);
  });
});

describe('asking for a chat', () => {
  it('waits in the queue, then talks', async () => {
    const panel = await page.opened();
    await panel.ask({ question: 'Is it in stock?' }, 'I agree.');
    expect(page.rest.askForChat).toHaveBeenCalledWith('visit-token', {
      name: 'Guest',
      question: 'Is it in stock?',
      consent: { text: 'I agree.', at },
    });
    expect(page.model.stage).toEqual({ kind: 'queued', position: 2 });
    page.sayToChat({ type: 'ready', chat: 'c05-chat', state: 'queued', seq: 0 });
    page.sayToChat({ type: 'state', state: 'queued', position: 1 });
    expect(page.model.stage).toEqual({ kind: 'queued', position: 1 });
    page.sayToChat({ type: 'state', state: 'active', operator: 'Anna' });
    expect(page.model.stage).toEqual({ kind: 'active', operator: 'Anna' });
    expect(page.events).toContain('chat-accepted');
  });

  it.each([
    ['nobody is there any more', 'nobody-online'],
    ['too many wait already', 'queue-full'],
  ] as const)('turns to the offline form with all that was written when %s', async (_, code) => {
    page.rest.askForChat.mockResolvedValue({ ok: false, code });
    const panel = await page.opened();
    const written = { name: 'Ada', email: 'a@x.example', question: 'Is it in stock?' };
    await panel.ask(written, 'I agree.');
    expect(page.model.stage).toEqual({ kind: 'offline', busy: false, written });
  });

  it('opens a new visit when the old one ran out behind the form', async () => {
    const panel = await page.opened();
    page.rest.askForChat.mockResolvedValueOnce({ ok: false, code: 'scope-destroyed' });
    await panel.ask({ question: 'Is it in stock?' }, 'I agree.');
    expect(page.rest.openVisit).toHaveBeenCalledTimes(2);
    expect(page.model.stage.kind).toBe('queued');
  });

  it('keeps the form when the request fails', async () => {
    page.rest.askForChat.mockResolvedValue({ ok: false, code: 'unavailable', retryable: true });
    const panel = await page.opened();
    await panel.ask({ question: 'Is it in stock?' }, 'I agree.');
    expect(page.model.stage).toEqual({ kind: 'form', busy: false, problem: 'unavailable' });
  });
});
