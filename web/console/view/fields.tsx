import { useState } from 'preact/hooks';

export function Switch(props: {
  readonly testid: string;
  readonly label: string;
  readonly more?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const { testid, label, more, on, onChange } = props;
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        data-testid={testid}
        checked={on}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>
        {label}
        {more !== undefined && <small>{more}</small>}
      </span>
    </label>
  );
}

/** A list as a text of lines; empty lines are not part of it. */
export function Lines(props: {
  readonly testid: string;
  readonly label: string;
  readonly hint: string;
  readonly values: readonly string[];
  /** What is wrong with the lines; empty if nothing is. */
  readonly problem: string;
  readonly onChange: (values: readonly string[]) => void;
}) {
  const { testid, label, hint, values, problem, onChange } = props;
  const problemId = `${testid}-problem`;
  const [text, setText] = useState(values.join('\n'));
  const write = (next: string): void => {
    setText(next);
    onChange(
      next
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    );
  };
  return (
    <label class="field">
      <span>
        {label} <small>{hint}</small>
      </span>
      <textarea
        rows={Math.max(2, values.length + 1)}
        data-testid={testid}
        dir="ltr"
        spellcheck={false}
        aria-invalid={problem !== ''}
        aria-describedby={problemId}
        value={text}
        onInput={({ currentTarget }) => write(currentTarget.value)}
      />
      <small class="problem" id={problemId} data-testid={problemId}>
        {problem}
      </small>
    </label>
  );
}

export function TextField(props: {
  readonly testid: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { testid, label, value, onChange } = props;
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="text"
        data-testid={testid}
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value.trim())}
      />
    </label>
  );
}
