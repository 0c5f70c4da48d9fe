import { useRef } from 'preact/hooks';
import type { Erasure, ErasureKeeper } from '../../state/privacy/erasure';
import type { PrivacyDesk } from '../../state/privacy/privacy-desk';
import { useStore } from '../context';
import { EraseQuestion } from './erase-question';
import { Search } from './search';
import { refusedText, useFocusAtFirst, usePrivacyTexts } from './texts';

/** For staff that may not act alone: asks for an erasure, which waits for a second person. */
export function PetitionPart({ desk }: { readonly desk: PrivacyDesk }) {
  const texts = usePrivacyTexts();
  const words = texts.privacy.petitions;
  const erasure = useStore(desk.erasure.store);
  const comesBack = useRef(false);
  if (erasure.kind !== 'none' && erasure.kind !== 'asked' && erasure.kind !== 'failed') {
    comesBack.current = true;
    return <Petition keeper={desk.erasure} petition={erasure} />;
  }
  return (
    <>
      <h2>{words.title}</h2>
      <p class="faint">{words.intro}</p>
      <Search
        keeper={desk.find}
        takesFocus={comesBack.current}
        instead={{
          hint: words.hint,
          label: words.ask,
          on: () => {
            const selectors = desk.find.selectors();
            if (selectors !== undefined) {
              // How many are found is told to the second person.
              desk.erasure.consider(selectors, 1);
            }
          },
        }}
      />
      {erasure.kind === 'asked' && (
        <EraseQuestion
          keeper={desk.erasure}
          asked={erasure}
          said={{
            question: words.question,
            questionMore: words.questionMore,
            yes: words.yes,
          }}
        />
      )}
      {erasure.kind === 'failed' && (
        <p class="card problem" role="alert" data-testid="erasure-problem">
          {refusedText(texts, erasure)}{' '}
          {erasure.again && (
            <button
              type="button"
              class="link"
              data-testid="erasure-again"
              onClick={() => void desk.erasure.again()}
            >
              {texts.privacy.erasure.again}
            </button>
          )}
        </p>
      )}
    </>
  );
}

type Begun = Exclude<Erasure, { kind: 'none' | 'asked' | 'failed' }>;

/** What was asked for, from when it is sent until it is decided. */
function Petition({
  keeper,
  petition,
}: {
  readonly keeper: ErasureKeeper;
  readonly petition: Begun;
}) {
  const { privacy } = usePrivacyTexts();
  const words = privacy.petitions;
  const heading = useFocusAtFirst<HTMLHeadingElement>();
  const waits = petition.kind === 'working' && petition.awaitsSecond === true;
  return (
    <section class="card" data-testid="petition" data-state={waits ? 'waiting' : petition.kind}>
      <h2 tabIndex={-1} ref={heading}>
        {privacy.erasure.title}
      </h2>
      <div role="status" class="stack">
        {petition.kind === 'submitting' && <p>{privacy.erasure.submitting}</p>}
        {petition.kind === 'working' && <p>{waits ? words.waits : words.confirmed}</p>}
        {petition.kind === 'working' && petition.unknown && (
          <p class="problem">{privacy.erasure.unknown}</p>
        )}
        {petition.kind === 'cancelled' && <p>{words.over}</p>}
        {petition.kind === 'completed' && <p>{words.completed}</p>}
      </div>
      {petition.kind !== 'submitting' && (
        <p>
          {privacy.receipt.request}:{' '}
          <bdi class="number" data-testid="petition-number">
            {petition.id}
          </bdi>
        </p>
      )}
      {waits && <p class="faint">{words.tell}</p>}
      <div class="actions">
        {waits && (
          <button
            type="button"
            class="plain"
            data-testid="petition-withdraw"
            onClick={() => void keeper.withdraw()}
          >
            {words.withdraw}
          </button>
        )}
        {petition.kind !== 'submitting' && (
          <button
            type="button"
            class="plain"
            data-testid="erasure-done"
            onClick={() => keeper.forget()}
          >
            {words.another}
          </button>
        )}
      </div>
    </section>
  );
}
