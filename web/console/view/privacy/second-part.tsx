import { useState } from 'preact/hooks';
import type { WaitingKeeper } from '../../state/privacy/waiting';
import { problemText, useStore } from '../context';
import { usePrivacyTexts } from './texts';
import { Outcome, useFocusWhenDecided, WaitingCard } from './waiting-card';

/** For staff that may not act alone: what another of them asked for, by the number they were told. */
export function SecondPart(props: {
  readonly keeper: WaitingKeeper;
  /** It is what this person asked for. */
  readonly onOwn: (id: string) => void;
}) {
  const texts = usePrivacyTexts();
  const words = texts.privacy.decide;
  const { keeper, onOwn } = props;
  const { requests = [], problem } = useStore(keeper.store);
  const [typed, setTyped] = useState('');
  const heading = useFocusWhenDecided<HTMLHeadingElement>(keeper);
  const id = typed.trim();
  return (
    <section data-testid="second">
      <h2 tabIndex={-1} ref={heading}>
        {texts.privacy.second}
      </h2>
      <p class="faint">{words.secondIntro}</p>
      <form
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (id !== '') {
            void keeper.look(id);
          }
        }}
      >
        <label class="field">
          <span>{words.field}</span>
          <input
            type="text"
            data-testid="second-field"
            dir="auto"
            spellcheck={false}
            autocomplete="off"
            maxLength={100}
            aria-describedby="second-problem"
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </label>
        <div class="actions">
          <button type="submit" class="primary" data-testid="second-look">
            {words.look}
          </button>
        </div>
      </form>
      <div id="second-problem" role="alert" data-testid="second-problem">
        {problem === 'second-person-required' && (
          <p class="caution">
            {words.own}{' '}
            <button
              type="button"
              class="link"
              data-testid="second-follow"
              onClick={() => onOwn(id)}
            >
              {words.follow}
            </button>
          </p>
        )}
        {problem === 'not-found' && <p class="problem">{words.unknown}</p>}
        {problem === 'conflict' && <p class="problem">{words.gone}</p>}
        {problem !== undefined &&
          problem !== 'second-person-required' &&
          problem !== 'not-found' &&
          problem !== 'conflict' && <p class="problem">{problemText(texts, problem)}</p>}
      </div>
      <Outcome keeper={keeper} />
      <ul class="entries">
        {requests.map((request) => (
          <WaitingCard key={request.id} keeper={keeper} request={request} mayRefuse={false} />
        ))}
      </ul>
    </section>
  );
}
