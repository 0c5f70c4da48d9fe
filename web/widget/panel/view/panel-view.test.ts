// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { messages } from '../../messages/en';
import { initialModel, type PanelModel } from '../state/panel-model';
import type { Intents } from './context';
import { PanelView } from './panel-view';

const nothing = (): void => undefined;
const atForm: PanelModel = { ...initialModel, open: true, stage: { kind: 'form', busy: false } };
let root: ShadowRoot;
let view: PanelView;

beforeEach(() => {
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  root = host.attachShadow({ mode: 'open' });
  const context = {
    messages,
    language: 'en',
    intents: { attach: nothing, seen: nothing } as unknown as Intents,
    identity: () => ({}),
  };
  view = new PanelView(root, context, () => undefined);
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
    view.render({ ...atForm, stage: { kind: 'thanks' } });
    expect(await focused()).toBeUndefined();
  });

  it('stands on going on when the end is asked for', async () => {
    view.render({ ...atForm, stage: { kind: 'active' } });
    await focused();
    root.querySelector<HTMLElement>('[data-testid=chat-end]')?.click();
    expect(await focused()).toBe('chat-end-cancel');
  });
});
