import type { FailureCode } from '../../../protocol/errors';
import type { PanelModel, Written } from '../state/panel-model';
import type { Place } from '../../../words/sentences';
import { consentView } from './consent-view';
import { problemText, type StageView, type ViewContext } from './context';
import { el, setText } from '../../../design/element';
import { fieldOf, type FieldPlan } from './field';

interface FormPlan {
  readonly testid: string;
  readonly greeting: string;
  readonly fields: readonly FieldPlan[];
  readonly consent: Place;
  readonly consentTestid: string;
  readonly submit: string;
  readonly submitTestid: string;
  readonly onSubmit: (values: Readonly<Record<string, string>>, consentText: string) => void;
}

/**
 * The form before a chat: its first message, and who asks. Sending it is the consent to the words
 * above the button, which are recorded exactly as they are shown.
 */
export function chatFormView(context: ViewContext): StageView {
  const { messages, intents } = context;
  const { question, name, email } = { ...context.identity(), ...context.draft() };
  return formView(context, {
    testid: 'prechat-form',
    greeting: messages.greeting,
    fields: [
      {
        name: 'question',
        label: messages.question,
        testid: 'prechat-question',
        kind: 'long',
        required: true,
        maxLength: 4000,
        value: question,
      },
      { ...nameField(context, 'prechat-name', false), value: name },
      { ...emailField(context, 'prechat-email', false), value: email },
    ],
    consent: 'chatForm',
    consentTestid: 'prechat-consent',
    submit: messages.start,
    submitTestid: 'prechat-submit',
    onSubmit: (values, consentText) => intents.ask(values, consentText),
  });
}

/** The form for a message when nobody is there; it begins with what was already written. */
export function offlineFormView(context: ViewContext, written: Written): StageView {
  const { messages, intents } = context;
  const { question, name, email } = { ...context.identity(), ...context.draft(), ...written };
  return formView(context, {
    testid: 'offline-form',
    greeting: messages.offlineGreeting,
    fields: [
      {
        name: 'question',
        label: messages.message,
        testid: 'offline-message',
        kind: 'long',
        required: true,
        maxLength: 4000,
        value: question,
      },
      { ...nameField(context, 'offline-name', true), value: name },
      { ...emailField(context, 'offline-email', true), value: email },
    ],
    consent: 'messageForm',
    consentTestid: 'offline-consent',
    submit: messages.sendMessage,
    submitTestid: 'offline-submit',
    onSubmit: ({ name = '', email = '', question: message = '' }, consentText) =>
      intents.leaveMessage({ name, email, message }, consentText),
  });
}

function nameField({ messages }: ViewContext, testid: string, required: boolean): FieldPlan {
  const label = messages.name;
  return {
    name: 'name',
    label,
    testid,
    kind: 'text',
    required,
    maxLength: 100,
    autocomplete: 'name',
  };
}

function emailField({ messages }: ViewContext, testid: string, required: boolean): FieldPlan {
  const label = messages.email;
  return {
    name: 'email',
    label,
    testid,
    kind: 'email',
    required,
    maxLength: 254,
    autocomplete: 'email',
  };
}

function formView(context: ViewContext, plan: FormPlan): StageView {
  const fields = plan.fields.map((field) => fieldOf(context.messages, field));
  const consent = consentView(context, plan.consent, plan.consentTestid);
  const problem = el('p', { class: 'problem', testid: 'form-problem', attrs: { role: 'alert' } });
  const submit = el(
    'button',
    {
      class: 'primary',
      testid: plan.submitTestid,
      attrs: { type: 'submit', 'aria-describedby': plan.consentTestid },
    },
    plan.submit,
  );
  const form = el(
    'form',
    // The browser's own bubbles speak its language, which is not always the page's.
    { class: 'form', testid: plan.testid, attrs: { novalidate: '' } },
    el('p', { class: 'greeting' }, plan.greeting),
    ...fields.map(({ row }) => row),
    consent.element,
    problem,
    submit,
  );
  form.addEventListener('input', () => {
    const given: Written = context.identity();
    const written = fields.map(({ name, input }) => [name, input.value] as const);
    // What the site has filled in, it fills in again.
    const own = written.filter(([name, value]) => value !== (given[name as keyof Written] ?? ''));
    context.intents.wrote(Object.fromEntries(own));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wrong = fields.filter((field) => !field.check());
    if (wrong.length > 0) {
      wrong[0]?.input.focus();
      return;
    }
    const filled = fields
      .map(({ name, input }) => [name, input.value.trim()] as const)
      .filter(([, value]) => value !== '');
    plan.onSubmit(Object.fromEntries(filled), consent.text());
  });
  return {
    element: form,
    update: (model) => {
      const { stage } = model;
      consent.update(model);
      const busy = 'busy' in stage && stage.busy;
      submit.disabled = busy;
      setText(submit, busy ? context.messages.starting : plan.submit);
      setText(problem, problemOf(context, stage));
    },
    focus: () => (fields.find(({ input }) => input.value === '') ?? fields[0])?.input.focus(),
  };
}

function problemOf(context: ViewContext, stage: PanelModel['stage']): string {
  const problem: FailureCode | undefined = 'problem' in stage ? stage.problem : undefined;
  return problem === undefined ? '' : problemText(context, problem);
}
