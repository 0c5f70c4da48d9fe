// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { FakePage, settled } from './fake-page';
import type { Panel } from './panel';

let page: FakePage;

beforeEach(() => {
  sessionStorage.clear();
  page = new FakePage();
});

describe('what is held of the visitor', () => {
  it('is shown to who has no visit, which opens none and stores nothing', async () => {
    const panel = page.panel();
    panel.yourData();
    await settled();
    expect(page.model).toMatchObject({ open: true, data: true, stage: { kind: 'form' } });
    expect(panel.token).toBeUndefined();
    expect(page.rest.openVisit).not.toHaveBeenCalled();
    expect(sessionStorage).toHaveLength(0);
  });

  it('is asked for by the visit, and by the chat while there is one', async () => {
    const panel = page.panel();
    panel.consent('The banner said so.');
    await settled();
    expect(panel.token).toBe('visit-token');
    panel.open();
    await settled();
    await panel.ask({ question: 'Is it in stock?' }, 'I agree.');
    expect(panel.token).toBe('chat-token');
  });

  it('hides the chat, whose messages wait to be looked at', async () => {
    const panel = await page.inChat();
    panel.yourData();
    page.writeToChat(2, 'another secret');
    expect(page.model).toMatchObject({ data: true, missed: 1, stage: { kind: 'active' } });
    panel.hideData();
    expect(page.model).toMatchObject({ data: false, missed: 0 });
    expect(page.model.conversation.lines).toHaveLength(2);
  });

  it.each<[string, (panel: Panel) => void | Promise<void>]>([
    ['the panel is closed', (panel) => panel.close()],
    ['the consent is withdrawn', (panel) => panel.revoke()],
    ['all is erased', (panel) => panel.erased()],
    ['the chat ends', () => page.refuseChat('scope-destroyed')],
  ])('is shown no more when %s', async (_, leave) => {
    const panel = await page.inChat();
    panel.yourData();
    await leave(panel);
    expect(page.model.data).toBe(false);
  });
});
