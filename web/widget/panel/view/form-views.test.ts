// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { words } from '../../../words/en';
import { messages } from '../../messages/en';
import { dataUse } from '../fake-page';
import { initialModel, type PanelModel } from '../state/panel-model';
import type { Intents, StageView, ViewContext } from './context';
import { chatFormView, offlineFormView } from './form-views';

const ask = vi.fn();
const leaveMessage = vi.fn();
const wrote = vi.fn();
const context: ViewContext = {
  messages,
  words,
  language: 'en',
  intents: { ask, leaveMessage, wrote } as unknown as Intents,
  identity: () => ({}),
  draft: () => ({}),
  sounds: true,
};

const atForm: PanelModel = {
  ...initialModel,
  use: dataUse,
  stage: { kind: 'form', busy: false },
};

function part({ element }: StageView, testid: string): HTMLInputElement {
  const found = element.querySelector<HTMLInputElement>(`[data-testid=${testid}]`);
  if (found === null) {
    throw new Error(testid);
  }
  return found;
}

function submit({ element }: StageView): void {
  element.dispatchEvent(new Event('submit', { cancelable: true }));
}

describe('the form before a chat', () => {
  it('begins with the message and records the words above its button as they are shown', () => {
    const form = chatFormView(context);
    form.update(atForm);
    expect(form.element.querySelector('textarea, input')).toBe(part(form, 'prechat-question'));
    part(form, 'prechat-question').value = ' Is it in stock? ';
    submit(form);
    const shown = [...part(form, 'prechat-consent').querySelectorAll('p')];
    expect(ask).toHaveBeenCalledExactlyOnceWith(
      { question: 'Is it in stock?' },
      shown.map(({ textContent }) => textContent).join(' '),
    );
    expect(shown[0]?.textContent).toBe(words.agree);
  });

  it('begins with what was written before, and tells what is written, but not what the site filled in', () => {
    const identity = () => ({ name: 'Ada', email: 'a@x.example' });
    const form = chatFormView({ ...context, identity, draft: () => ({ question: 'Is it' }) });
    expect(part(form, 'prechat-question').value).toBe('Is it');
    expect(part(form, 'prechat-name').value).toBe('Ada');
    part(form, 'prechat-question').value = 'Is it in ';
    part(form, 'prechat-email').value = '';
    part(form, 'prechat-email').dispatchEvent(new Event('input', { bubbles: true }));
    expect(wrote).toHaveBeenCalledExactlyOnceWith({ question: 'Is it in ', email: '' });
  });

  it.each(['', ' ', '\u200b', '\u00a0\u00a0', '\u202e'])(
    'takes a message for empty of which nothing can be seen, and says so at it: %j',
    (nothing) => {
      ask.mockClear();
      const form = chatFormView(context);
      part(form, 'prechat-question').value = nothing;
      submit(form);
      expect(ask).not.toHaveBeenCalled();
      expect(part(form, 'prechat-question-error').textContent).toBe(messages.fieldEmpty);
    },
  );

  it('says that it is at work', () => {
    const form = chatFormView(context);
    form.update({ ...atForm, stage: { kind: 'form', busy: true } });
    expect(part(form, 'prechat-submit').textContent).toBe(messages.starting);
    expect(part(form, 'prechat-submit').disabled).toBe(true);
  });
});

describe('the form for a message', () => {
  it('begins with what was written to somebody who had just left', () => {
    const form = offlineFormView(context, { name: 'Ada', email: 'a@x.example', question: 'Hi' });
    form.update(atForm);
    submit(form);
    expect(leaveMessage).toHaveBeenCalledExactlyOnceWith(
      { name: 'Ada', email: 'a@x.example', message: 'Hi' },
      expect.stringContaining(words.agreeMessage),
    );
  });

  it('says at the field what is wrong, until it is changed', () => {
    const form = offlineFormView(context, { name: 'Ada', email: 'mia@invalid', question: 'Hi' });
    leaveMessage.mockClear();
    submit(form);
    expect(leaveMessage).not.toHaveBeenCalled();
    const email = part(form, 'offline-email');
    expect(email.getAttribute('aria-invalid')).toBe('true');
    expect(part(form, 'offline-email-error').textContent).toBe(messages.fieldNoAddress);
    expect(part(form, 'offline-name').getAttribute('aria-invalid')).toBe('false');
    email.dispatchEvent(new Event('input'));
    expect(part(form, 'offline-email-error').textContent).toBe('');
  });
});
