import { useRef, useState } from 'preact/hooks';
import { plural, type Plural } from '../../../text/catalogue';
import { useFocusAtFirst, usePrivacyTexts } from './texts';

interface Props {
  readonly keeper: { confirm(typed: string): boolean; giveUp(): void };
  readonly asked: { readonly subjects: number; readonly changed: boolean };
  /** Of another question than whether to erase. */
  readonly said?: {
    readonly question: string;
    readonly questionMore: string;
    readonly several?: Plural;
    readonly yes: string;
  };
}

/** Asks before it is done. The data of several persons are erased for who types how many they are. */
export function EraseQuestion({ keeper, asked, said }: Props) {
  const { language, privacy } = usePrivacyTexts();
  const words = { ...privacy.erasure, ...said };
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const number = useRef<HTMLInputElement>(null);
  const box = useFocusAtFirst<HTMLDivElement>();
  const isOfSeveral = asked.subjects > 1;
  return (
    <div
      class="card"
      role="alertdialog"
      tabIndex={-1}
      aria-labelledby="erase-question"
      aria-describedby="erase-more"
      data-testid="erasure-question"
      data-subjects={asked.subjects}
      ref={box}
      onKeyDown={({ key }) => {
        if (key === 'Escape') {
          keeper.giveUp();
        }
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!keeper.confirm(typed)) {
            setWrong(true);
            number.current?.focus();
          }
        }}
      >
        <p id="erase-question">
          <strong>{words.question}</strong>
        </p>
        <div id="erase-more" class="stack">
          {asked.changed && <p class="caution">{words.changed}</p>}
          {isOfSeveral && <p class="caution">{plural(words.several, asked.subjects, language)}</p>}
          <p class="faint">{words.questionMore}</p>
        </div>
        {isOfSeveral && (
          <label class="field">
            <span>{words.typeNumber}</span>
            <input
              type="text"
              inputMode="numeric"
              data-testid="erasure-number"
              autocomplete="off"
              aria-invalid={isWrong}
              aria-describedby="erase-wrong"
              ref={number}
              value={typed}
              onInput={({ currentTarget }) => {
                setTyped(currentTarget.value);
                setWrong(false);
              }}
            />
            <small class="problem" id="erase-wrong" role="alert" data-testid="erasure-wrong">
              {isWrong ? words.wrongNumber : ''}
            </small>
          </label>
        )}
        <div class="actions">
          <button
            type="button"
            class="plain"
            data-testid="erasure-cancel"
            onClick={() => keeper.giveUp()}
          >
            {words.no}
          </button>
          <button type="submit" class="danger" data-testid="erasure-confirm">
            {words.yes}
          </button>
        </div>
      </form>
    </div>
  );
}
