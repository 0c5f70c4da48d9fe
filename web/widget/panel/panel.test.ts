// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { at, FakePage, settled } from './fake-page';
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

describe('the click', () => {
  it('opens the visit with the words that the button said, and what the site passed', async () => {
    await page.openedBy('click');
    expect(page.model.stage).toEqual({ kind: 'form', busy: false });
    expect(page.rest.openVisit).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        account: 'acme',
        details: { plan: 'gold' },
        consent: { text: 'A click opens the visit.', at },
      }),
    );
  });

  it('opens no visit when nobody is there: the offline form needs none', async () => {
    page.rest.deskStatus.mockResolvedValue({ ok: true, value: { online: false } });
    const panel = await page.openedBy('click');
    expect(page.model.stage.kind).toBe('offline');
    expect(page.rest.openVisit).not.toHaveBeenCalled();
    await panel.leaveMessage({ name: 'Ada', email: 'a@x.example', message: 'Hi' }, 'I agree.');
    expect(page.model.stage).toEqual({ kind: 'thanks' });
    expect(sessionStorage).toHaveLength(0);
  });

  it('tells when the site may not show the widget', async () => {
    page.rest.openVisit.mockResolvedValue({ ok: false, code: 'origin-refused' });
    await page.openedBy('click');
    expect(page.model.stage).toEqual({ kind: 'refused', problem: 'origin-refused' });
  });
});

describe('without a click', () => {
  it('the form opens and no visit', async () => {
    await page.openedBy('script');
    expect(page.model.stage).toEqual({ kind: 'form', busy: false });
    expect(page.rest.openVisit).not.toHaveBeenCalled();
    expect(sessionStorage).toHaveLength(0);
  });

  it('the visit is opened by sending the form, which says what that means', async () => {
    const panel = await page.openedBy('script');
    await panel.ask({ name: 'Ada' }, 'I agree.');
    expect(page.rest.openVisit).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ consent: { text: 'A click opens the visit.', at } }),
    );
    expect(page.model.stage.kind).toBe('queued');
  });

  it('the form waits for one, which opens the visit', async () => {
    const panel = await page.openedBy('script');
    panel.close();
    panel.open('click');
    await settled();
    expect(page.rest.openVisit).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ consent: { text: 'A click opens the visit.', at } }),
    );
  });

  it('a reload goes on with the stored visit and opens no other when it has run out', async () => {
    await page.openedBy('click');
    const reloaded = page.panel();
    reloaded.join(tabMemory('acme').read());
    reloaded.open('script');
    await settled();
    page.refuseVisit();
    reloaded.looked();
    await settled();
    expect(page.rest.openVisit).toHaveBeenCalledOnce();
    expect(page.model.stage.kind).toBe('form');
  });
});

describe("the site's consent", () => {
  it('opens the visit once, however often it is given', async () => {
    const panel = page.panel();
    panel.consent('The banner said so.');
    panel.consent('The banner said so.');
    await settled();
    panel.open('click');
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
    const panel = await page.openedBy('click');
    await panel.ask({ name: 'Ada' }, 'I agree.');
    expect(page.rest.askForChat).toHaveBeenCalledWith('visit-token', {
      name: 'Ada',
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

  it('turns to the offline form with the question when nobody is there any more', async () => {
    page.rest.askForChat.mockResolvedValue({ ok: false, code: 'nobody-online' });
    const panel = await page.openedBy('click');
    await panel.ask({ name: 'Ada', question: 'Is it in stock?' }, 'I agree.');
    expect(page.model.stage).toEqual({ kind: 'offline', busy: false, question: 'Is it in stock?' });
  });

  it('opens a new visit when the old one ran out behind the form', async () => {
    const panel = await page.openedBy('click');
    page.rest.askForChat.mockResolvedValueOnce({ ok: false, code: 'scope-destroyed' });
    await panel.ask({ name: 'Ada' }, 'I agree.');
    expect(page.rest.openVisit).toHaveBeenCalledTimes(2);
    expect(page.model.stage.kind).toBe('queued');
  });

  it('keeps the form when the request fails', async () => {
    page.rest.askForChat.mockResolvedValue({ ok: false, code: 'unavailable', retryable: true });
    const panel = await page.openedBy('click');
    await panel.ask({ name: 'Ada' }, 'I agree.');
    expect(page.model.stage).toEqual({ kind: 'form', busy: false, problem: 'unavailable' });
  });
});
