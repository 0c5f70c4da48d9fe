import type { PanelMessages } from '../../messages/en';
import { isBlank } from '../../../text/blank';
import { el, setText } from '../../../design/element';

export interface FieldPlan {
  readonly name: string;
  readonly label: string;
  readonly testid: string;
  readonly kind: 'text' | 'email' | 'long';
  readonly required: boolean;
  readonly maxLength: number;
  readonly value?: string | undefined;
  readonly autocomplete?: AutoFill;
}

export interface Field {
  readonly name: string;
  readonly input: HTMLInputElement | HTMLTextAreaElement;
  readonly row: HTMLElement;
  /** Says at the field what is wrong with it; whether nothing is. */
  check(): boolean;
}

/** What mail servers of the world can be found by; the server knows the rest. */
const ADDRESS = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

export function fieldOf(messages: PanelMessages, plan: FieldPlan): Field {
  const { name, testid, kind, required, maxLength } = plan;
  const error = `${testid}-error`;
  const attrs = {
    name,
    maxlength: String(maxLength),
    autocomplete: plan.autocomplete ?? 'off',
    dir: 'auto',
    'aria-describedby': error,
    'aria-required': String(required),
  };
  const input =
    kind === 'long'
      ? el('textarea', { testid, attrs: { ...attrs, rows: '3' } })
      : el('input', { testid, attrs: { ...attrs, type: kind } });
  input.value = plan.value ?? '';
  const told = el('small', { class: 'problem', testid: error, attrs: { id: error } });
  const tell = (problem: string): boolean => {
    setText(told, problem);
    input.setAttribute('aria-invalid', String(problem !== ''));
    return problem === '';
  };
  // What was wrong is said when the form is sent, and taken back as soon as something is changed.
  input.addEventListener('input', () => tell(''));
  const hint = required ? undefined : el('small', {}, messages.optional);
  return {
    name,
    input,
    row: el(
      'div',
      { class: kind === 'long' ? 'field' : 'field short' },
      el('label', {}, el('span', {}, plan.label, ' ', hint), input),
      told,
    ),
    check: () => {
      const value = input.value.trim();
      if (isBlank(value)) {
        return tell(required ? messages.fieldEmpty : '');
      }
      return tell(kind === 'email' && !ADDRESS.test(value) ? messages.fieldNoAddress : '');
    },
  };
}
