import type { FailureCode } from '../../../protocol/errors';
import type { PanelModel } from '../state/panel-model';
import { problemText, type StageView, type ViewContext } from './context';
import { el, setText } from './element';

interface FieldPlan {
  readonly name: string;
  readonly label: string;
  readonly testid: string;
  readonly kind: 'text' | 'email' | 'long';
  readonly required: boolean;
  readonly maxLength: number;
  readonly value?: string | undefined;
  readonly autocomplete?: AutoFill;
}

interface FormPlan {
  readonly testid: string;
  readonly greeting: string;
  readonly note?: string;
  readonly fields: readonly FieldPlan[];
  readonly consent: string;
  readonly consentTestid: string;
  readonly submit: string;
  readonly submitTestid: string;
  readonly onSubmit: (values: Readonly<Record<string, string>>) => void;
}

/** The form before a chat. The words beside the checkbox are recorded exactly as they are shown. */
export function chatFormView(context: ViewContext): StageView {
  const { messages, intents } = context;
  const { name, email } = context.identity();
  return formView(context, {
    testid: 'prechat-form',
    greeting: messages.greeting,
    note: context.clickConsent,
    fields: [
      { ...nameField(context, 'prechat-name', false), value: name },
      { ...emailField(context, 'prechat-email', false), value: email },
      {
        name: 'question',
        label: messages.question,
        testid: 'prechat-question',
        kind: 'long',
        required: false,
        maxLength: 2000,
      },
    ],
    consent: messages.chatConsent,
    consentTestid: 'prechat-consent',
    submit: messages.start,
    submitTestid: 'prechat-submit',
    onSubmit: ({ name: given, ...values }) =>
      intents.ask({ name: given ?? messages.guest, ...values }, messages.chatConsent),
  });
}

/** The form for a message when nobody is there. */
export function offlineFormView(context: ViewContext, question: string | undefined): StageView {
  const { messages, intents } = context;
  const identity = context.identity();
  return formView(context, {
    testid: 'offline-form',
    greeting: messages.offlineGreeting,
    fields: [
      { ...nameField(context, 'offline-name', true), value: identity.name },
      { ...emailField(context, 'offline-email', true), value: identity.email },
      {
        name: 'message',
        label: messages.message,
        testid: 'offline-message',
        kind: 'long',
        required: true,
        maxLength: 4000,
        value: question,
      },
    ],
    consent: messages.offlineConsent,
    consentTestid: 'offline-consent',
    submit: messages.sendMessage,
    submitTestid: 'offline-submit',
    onSubmit: ({ name = '', email = '', message = '' }) =>
      intents.leaveMessage({ name, email, message }, messages.offlineConsent),
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
  const fields = plan.fields.map((field) => fieldOf(context, field));
  const consent = el('input', {
    testid: plan.consentTestid,
    attrs: { type: 'checkbox', required: '' },
  });
  const problem = el('p', { class: 'problem', testid: 'form-problem', attrs: { role: 'alert' } });
  const submit = el(
    'button',
    { class: 'primary', testid: plan.submitTestid, attrs: { type: 'submit' } },
    plan.submit,
  );
  const form = el(
    'form',
    { class: 'form', testid: plan.testid },
    el('p', { class: 'greeting' }, plan.greeting),
    plan.note === undefined ? undefined : el('small', { testid: 'visit-notice' }, plan.note),
    ...fields.map(({ row }) => row),
    el('label', { class: 'consent' }, consent, el('span', {}, plan.consent)),
    problem,
    submit,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const filled = fields
      .map(({ name, input }) => [name, input.value.trim()] as const)
      .filter(([, value]) => value !== '');
    plan.onSubmit(Object.fromEntries(filled));
  });
  return {
    element: form,
    update: ({ stage }) => {
      submit.disabled = 'busy' in stage && stage.busy;
      setText(problem, problemOf(context, stage));
    },
    focus: () => fields.find(({ input }) => input.value === '')?.input.focus(),
  };
}

function problemOf(context: ViewContext, stage: PanelModel['stage']): string {
  const problem: FailureCode | undefined = 'problem' in stage ? stage.problem : undefined;
  return problem === undefined ? '' : problemText(context, problem);
}

function fieldOf({ messages }: ViewContext, plan: FieldPlan) {
  const { name, testid, kind, required, maxLength } = plan;
  const attrs = { name, maxlength: String(maxLength), autocomplete: plan.autocomplete ?? 'off' };
  const input =
    kind === 'long'
      ? el('textarea', { testid, attrs: { ...attrs, rows: '3' } })
      : el('input', { testid, attrs: { ...attrs, type: kind } });
  input.required = required;
  input.value = plan.value ?? '';
  const hint = required ? undefined : el('small', {}, messages.optional);
  return {
    name,
    input,
    row: el('label', { class: 'field' }, el('span', {}, plan.label, ' ', hint), input),
  };
}
