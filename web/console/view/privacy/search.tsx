import { useEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../../../text/catalogue';
import type { FindKeeper } from '../../state/privacy/find';
import type { Match } from '../../state/privacy/selectors';
import { kindsOf, type Term, type TermKind } from '../../state/privacy/terms';
import { useStore } from '../context';
import { usePrivacyTexts } from './texts';

/** One field for whatever names a person, and what it was taken for, to be corrected. */
export function Search(props: {
  readonly keeper: FindKeeper;
  /** For who comes back from an erasure. */
  readonly takesFocus: boolean;
  /** Of who may not look for anybody: what happens instead. */
  readonly instead?: { readonly hint: string; readonly label: string; readonly on: () => void };
}) {
  const { keeper, takesFocus, instead } = props;
  const { privacy } = usePrivacyTexts();
  const words = privacy.find;
  const { terms, match, finding } = useStore(keeper.store);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const [isWanting, setWanting] = useState(false);
  const [wrongShown, setWrongShown] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // Who wants to find goes to what has to be mended first.
    if (wrongShown > 0) {
      const row = list.current?.querySelector('[data-problem]');
      (row?.querySelector('input') ?? row?.querySelector('select'))?.focus();
    }
  }, [wrongShown]);
  useEffect(() => {
    if (takesFocus) {
      field.current?.focus();
    }
  }, []);
  const add = (): void => {
    const added = keeper.add(text);
    const all = added.map(({ typed, kind }) =>
      fill(words.added, { text: typed, kind: words.kinds[kind] }),
    );
    setSaid(all.join(' '));
    setText('');
  };
  const find = (): void => {
    add();
    const { terms: all } = keeper.store.get();
    setWanting(all.length === 0);
    if (all.some(({ problem }) => problem !== undefined)) {
      setWrongShown((shown) => shown + 1);
    }
    if (instead === undefined) {
      void keeper.find();
    } else {
      instead.on();
    }
  };
  return (
    <form
      data-testid="subject-form"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        find();
      }}
    >
      <label class="field">
        <span>{words.field}</span>
        <input
          type="text"
          data-testid="subject-field"
          dir="auto"
          spellcheck={false}
          autocomplete="off"
          autocapitalize="none"
          maxLength={2000}
          aria-describedby="subject-hint subject-wanting"
          ref={field}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <small id="subject-hint">{instead?.hint ?? words.hint}</small>
      </label>
      <p class="problem" id="subject-wanting" role="alert" data-testid="subject-wanting">
        {isWanting && terms.length === 0 ? words.noTerm : ''}
      </p>
      {terms.length > 0 && (
        <ul class="terms" aria-label={words.terms} ref={list}>
          {terms.map((term) => (
            <TermRow
              key={term.id}
              term={term}
              keeper={keeper}
              onRemoved={() => field.current?.focus()}
            />
          ))}
        </ul>
      )}
      {terms.length > 1 && <Matching match={match} onMatch={(it) => keeper.match(it)} />}
      <p class="spoken" role="status">
        {said}
      </p>
      <div class="actions">
        <button
          type="submit"
          class="primary"
          data-testid="subject-find"
          aria-busy={finding.kind === 'asking'}
        >
          {instead?.label ?? words.find}
        </button>
        <button
          type="button"
          class="plain"
          data-testid="subject-add"
          onClick={() => {
            add();
            field.current?.focus();
          }}
        >
          {words.add}
        </button>
      </div>
    </form>
  );
}

/** A term with what it is taken for. What is wrong with it stands at it. */
function TermRow(props: {
  readonly term: Term;
  readonly keeper: FindKeeper;
  readonly onRemoved: () => void;
}) {
  const words = usePrivacyTexts().privacy.find;
  const { term, keeper, onRemoved } = props;
  const { id, typed, kind, value, name, problem } = term;
  const problemId = `term-problem-${id}`;
  return (
    <li class="term" data-testid="subject-term" data-kind={kind} data-problem={problem}>
      <select
        data-testid="subject-kind"
        aria-label={fill(words.takenFor, { text: typed })}
        value={kind}
        onChange={({ currentTarget }) => keeper.take(id, currentTarget.value as TermKind)}
      >
        {kindsOf(typed).map((each) => (
          <option key={each} value={each} selected={each === kind}>
            {words.kinds[each]}
          </option>
        ))}
      </select>
      {name !== undefined && (
        <input
          type="text"
          data-testid="subject-name"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          aria-label={fill(words.detailName, { text: value })}
          aria-invalid={problem !== undefined}
          aria-describedby={problemId}
          value={name}
          onInput={({ currentTarget }) => keeper.name(id, currentTarget.value)}
        />
      )}
      {name !== undefined && <span aria-hidden="true">=</span>}
      <bdi class="value">{value}</bdi>
      <button
        type="button"
        class="link"
        data-testid="subject-remove"
        aria-label={fill(words.remove, { text: typed })}
        onClick={() => {
          keeper.remove(id);
          onRemoved();
        }}
      >
        ✕
      </button>
      <small class="problem" id={problemId} role="alert">
        {problem === 'name-missing' && words.nameMissing}
        {problem === 'network-size' && words.networkSize}
      </small>
    </li>
  );
}

function Matching(props: { readonly match: Match; readonly onMatch: (match: Match) => void }) {
  const words = usePrivacyTexts().privacy.find;
  return (
    <div class="matching" role="radiogroup" aria-label={words.match}>
      <span>{words.match}</span>
      {(['any', 'all'] as const).map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="match"
            data-testid={`subject-${each}`}
            checked={props.match === each}
            onChange={() => props.onMatch(each)}
          />
          {words[each]}
        </label>
      ))}
    </div>
  );
}
