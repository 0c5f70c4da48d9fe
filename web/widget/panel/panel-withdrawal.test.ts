// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { at, dataUse, FakePage, settled } from './fake-page';
import { tabMemory } from './state/tab-memory';

let page: FakePage;
const unreachable = { ok: false, code: 'network', retryable: true };
const inWork = { ok: true, value: { status: 'in_progress', effective: at, receipt: 'r-1' } };

beforeEach(() => {
  sessionStorage.clear();
  page = new FakePage();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('withdrawing the consent', () => {
  it('in a chat destroys it by its own token, forgets all, and tells the receipt and the other tabs', async () => {
    const panel = await page.inChat();
    await panel.revoke();
    expect(page.rest.erase).toHaveBeenCalledExactlyOnceWith('chat-token');
    expect(page.model.stage).toEqual({
      kind: 'withdrawn',
      outcome: { kind: 'destroyed', at, receipt: 'r-1', signed: true },
    });
    expect(page.model.held).toBe(false);
    expect(JSON.stringify(page.model)).not.toMatch(/secret/);
    expect(sessionStorage).toHaveLength(0);
    expect(page.told).toContain('withdrawn');
    expect(page.events).toContain('erased');
  });

  it('of the site opens nothing afterwards', async () => {
    const panel = page.panel();
    panel.consent('The banner said so.');
    await settled();
    expect(page.model.held).toBe(true);
    await panel.revoke();
    panel.looked();
    await settled();
    expect(page.rest.erase).toHaveBeenCalledExactlyOnceWith('visit-token');
    expect(page.rest.openVisit).toHaveBeenCalledOnce();
  });

  it('while the visit is being opened waits for it, and destroys it', async () => {
    const panel = page.panel();
    panel.consent('The banner said so.');
    await panel.revoke();
    expect(page.rest.erase).toHaveBeenCalledExactlyOnceWith('visit-token');
    expect(page.model.held).toBe(false);
    expect(sessionStorage).toHaveLength(0);
  });

  it('while the form is being sent goes into no chat', async () => {
    const panel = await page.opened();
    const asked = panel.ask({ question: 'Is it in stock?' }, 'I agree.');
    await Promise.all([asked, panel.revoke()]);
    expect(page.model.stage.kind).toBe('withdrawn');
    expect(page.model.held).toBe(false);
  });

  it('of nothing says so', async () => {
    const panel = await page.opened();
    await panel.revoke();
    expect(page.rest.erase).not.toHaveBeenCalled();
    expect(page.model.stage).toEqual({ kind: 'withdrawn', outcome: { kind: 'nothing' } });
  });

  it('that does not get through sends nothing more, and can be tried again', async () => {
    const panel = await page.inChat();
    page.rest.erase.mockResolvedValueOnce(unreachable);
    await panel.revoke();
    expect(page.model.stage).toEqual({
      kind: 'withdrawn',
      outcome: { kind: 'failed', problem: 'network' },
    });
    expect(page.events).not.toContain('erased');
    await panel.revoke();
    expect(page.rest.erase).toHaveBeenLastCalledWith('chat-token');
    expect(page.model.stage).toMatchObject({ outcome: { kind: 'destroyed' } });
  });

  it('tells at once that the keys are destroyed, and later that the receipt is signed', async () => {
    vi.useFakeTimers();
    const panel = await page.inChat();
    page.rest.erase.mockResolvedValueOnce(inWork);
    const revoked = panel.revoke();
    await settled();
    expect(page.model.stage).toMatchObject({ outcome: { receipt: 'r-1', signed: false } });
    await vi.runAllTimersAsync();
    await revoked;
    expect(page.model.stage).toMatchObject({ outcome: { receipt: 'r-1', signed: true } });
  });

  it('leaves a new chat alone that was begun before the receipt was signed', async () => {
    vi.useFakeTimers();
    const panel = await page.inChat();
    page.rest.erase.mockResolvedValueOnce(inWork);
    const revoked = panel.revoke();
    await settled();
    panel.again();
    await vi.runAllTimersAsync();
    await revoked;
    expect(page.model.stage.kind).toBe('form');
  });

  it('in another tab ends it here, too', async () => {
    const panel = await page.inChat();
    panel.withdrawnElsewhere();
    panel.looked();
    await settled();
    expect(page.model.stage).toEqual({ kind: 'erased' });
    expect(page.rest.openVisit).toHaveBeenCalledOnce();
    expect(sessionStorage).toHaveLength(0);
  });

  it('in another tab leaves a form alone that is being written here', async () => {
    const panel = await page.opened();
    panel.withdrawnElsewhere();
    expect(page.model.stage).toEqual({ kind: 'form', busy: false });
  });
});

describe('what is done with data', () => {
  it('is asked for before any form is shown', async () => {
    page.rest.deskStatus.mockResolvedValueOnce(unreachable);
    const panel = await page.opened();
    expect(page.model.stage).toEqual({ kind: 'refused', problem: 'network' });
    panel.again();
    await settled();
    expect(page.model.stage.kind).toBe('form');
    expect(page.model.use).toEqual(dataUse);
  });

  it('is asked for again when a chat has ended', async () => {
    await page.inChat();
    const now = { ...dataUse, transcriptToTeam: false };
    page.rest.deskStatus.mockResolvedValueOnce({ ok: true, value: { online: true, dataUse: now } });
    page.refuseChat('scope-destroyed');
    await settled();
    expect(page.model.use).toEqual(now);
  });

  it('is never more than what was told when the chat began, in this tab and after a reload', async () => {
    const less = { ...dataUse, transcriptToTeam: false };
    page.rest.deskStatus.mockResolvedValueOnce({
      ok: true,
      value: { online: true, dataUse: less },
    });
    await page.inChat();
    const reloaded = page.panel();
    reloaded.join(tabMemory('acme').read());
    expect(page.model.use).toEqual(less);
    page.refuseChat('scope-destroyed');
    await settled();
    expect(page.model.use).toEqual(less);
  });

  it('is told to a site that asks for the words of its own question', async () => {
    const panel = page.panel();
    expect(await panel.words()).toBe('The site asks.');
    page.rest.deskStatus.mockResolvedValueOnce(unreachable);
    await expect(page.panel().words()).rejects.toThrow();
  });
});
