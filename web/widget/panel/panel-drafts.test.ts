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

/** The site has asked for the consent before the form does. */
async function agreed(): Promise<Panel> {
  const panel = await page.opened();
  panel.consent('I agree.');
  await settled();
  return panel;
}

describe('what is written in a form', () => {
  const written = { question: 'a secret half', name: 'Ada' };

  it('is stored nowhere before the consent', async () => {
    const panel = await page.opened();
    panel.wrote(written);
    expect(sessionStorage).toHaveLength(0);
  });

  it('is there after a reload, in an open panel', async () => {
    const panel = await agreed();
    panel.wrote(written);
    expect(tabMemory('acme').read()).toMatchObject({ draft: { written }, open: true });
    const reloaded = await page.opened();
    expect(reloaded.draft()).toEqual(written);
  });

  it('goes with the visit that it was kept under', async () => {
    const panel = await agreed();
    panel.wrote(written);
    page.refuseVisit();
    expect(sessionStorage).toHaveLength(0);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(page.stored()).not.toMatch(/secret|Ada/);
  });

  it('goes when it is sent and begins a chat', async () => {
    const panel = await agreed();
    panel.wrote(written);
    await panel.ask(written, 'I agree.');
    expect(page.model.stage.kind).toBe('queued');
    expect(page.stored()).not.toMatch(/secret|Ada/);
    expect(panel.draft()).toEqual({});
  });

  it('stays when sending it failed, and when nobody is there any more', async () => {
    const panel = await agreed();
    panel.wrote(written);
    page.rest.askForChat.mockResolvedValueOnce({ ok: false, code: 'network', retryable: true });
    await panel.ask(written, 'I agree.');
    expect(panel.draft()).toEqual(written);
    page.rest.askForChat.mockResolvedValueOnce({ ok: false, code: 'nobody-online' });
    await panel.ask(written, 'I agree.');
    expect(page.model.stage.kind).toBe('offline');
    expect(panel.draft()).toEqual(written);
  });

  it('goes when it is sent as a message', async () => {
    page.rest.deskStatus.mockResolvedValue({ ok: true, value: { online: false, dataUse } });
    const panel = await agreed();
    panel.wrote(written);
    expect(page.stored()).toMatch(/secret/);
    await panel.leaveMessage({ name: 'Ada', email: 'a@x.example', message: 'Hi' }, 'I agree.');
    expect(page.stored()).not.toMatch(/secret|Ada/);
  });

  it('goes when the consent is withdrawn', async () => {
    const panel = await agreed();
    panel.wrote(written);
    await panel.revoke();
    expect(sessionStorage).toHaveLength(0);
    expect(panel.draft()).toEqual({});
  });
});

describe('what is written in a chat', () => {
  const written = { question: 'a secret half' };

  it('is there after a reload, for this chat', async () => {
    const panel = await page.inChat();
    panel.wrote(written);
    const reloaded = page.panel();
    reloaded.join(tabMemory('acme').read());
    expect(reloaded.draft()).toEqual(written);
  });

  it('goes when it is sent', async () => {
    const panel = await page.inChat();
    panel.wrote(written);
    panel.send('a secret half');
    expect(page.stored()).not.toMatch(/secret/);
    expect(page.stored()).toContain('chat-token');
  });

  it.each([
    [
      'the chat ends',
      () =>
        page.sayToChat({
          type: 'ended',
          reason: 'operator',
          destroyed: { messages: 1, files: 0, at },
        }),
    ],
    ['the chat is gone after a reload', () => page.refuseChat('scope-destroyed')],
    ['all is erased', () => page.sayToVisit({ type: 'erased' })],
  ])('goes when %s', async (_, happens) => {
    const panel = await page.inChat();
    panel.wrote(written);
    happens();
    await settled();
    expect(page.stored()).not.toMatch(/secret/);
    expect(panel.draft()).toEqual({});
  });

  it('goes when the consent is withdrawn, here or in another tab', async () => {
    const panel = await page.inChat();
    panel.wrote(written);
    await panel.revoke();
    expect(sessionStorage).toHaveLength(0);
    const other = await new FakePage().inChat();
    other.wrote(written);
    other.withdrawnElsewhere();
    expect(sessionStorage).toHaveLength(0);
  });
});
