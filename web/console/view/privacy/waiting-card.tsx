import { useEffect, useRef } from 'preact/hooks';
import type { WaitingRequest } from '../../../protocol/generated';
import { fill, plural } from '../../../text/catalogue';
import { dateAndTime } from '../../../text/format';
import type { Decision, WaitingKeeper } from '../../state/privacy/waiting';
import { problemText, useStore } from '../context';
import { EraseQuestion } from './erase-question';
import { listText, usePrivacyTexts, type PrivacyTexts } from './texts';

/** Gives the focus to what it is set on when something is decided: the button is gone with its request. */
export function useFocusWhenDecided<E extends HTMLElement>(keeper: WaitingKeeper) {
  const element = useRef<E>(null);
  const isDecided = useStore(
    keeper.store,
    ({ decision: { kind } }) => kind === 'confirmed' || kind === 'refused' || kind === 'failed',
  );
  useEffect(() => {
    if (isDecided) {
      element.current?.focus();
    }
  }, [isDecided]);
  return element;
}

/** A request that waits, and what can be decided about it. */
export function WaitingCard(props: {
  readonly keeper: WaitingKeeper;
  readonly request: WaitingRequest;
  /** Who may not refuse leaves it to run out. */
  readonly mayRefuse: boolean;
}) {
  const { keeper, request, mayRefuse } = props;
  const texts = usePrivacyTexts();
  const { language, privacy } = texts;
  const words = privacy.decide;
  const decision = useStore(keeper.store, (state) => state.decision);
  const isAsked = decision.kind === 'asked' && decision.request.id === request.id;
  const confirm = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    // Who gave it up goes on where it was asked from.
    if (wasAsked.current && !isAsked) {
      confirm.current?.focus();
    }
    wasAsked.current = isAsked;
  }, [isAsked]);
  const isBusy = decision.kind === 'sending' || decision.kind === 'asked';
  const { id, type, received, until } = request;
  return (
    <li class="card stack" data-testid="waiting-request" data-id={id} data-type={type}>
      <h3>{words.types[type]}</h3>
      <p>{fill(words.named, { what: selectorsText(texts, request.selectors) })}</p>
      <p class="faint">
        {fill(words.times, {
          received: dateAndTime(received, language),
          until: dateAndTime(until, language),
        })}
      </p>
      <p class="faint">
        {privacy.receipt.request}: <bdi class="number">{id}</bdi>
      </p>
      {decision.kind === 'asked' && decision.request.id === id ? (
        <EraseQuestion
          key={decision.subjects}
          keeper={keeper}
          asked={decision}
          said={{
            question: words.question,
            questionMore: type === 'erasure' ? words.erases : words.shows,
            several: words.several,
            yes: words.yes,
          }}
        />
      ) : (
        <div class="actions">
          {mayRefuse && (
            <button
              type="button"
              class="plain"
              data-testid="waiting-refuse"
              disabled={isBusy}
              onClick={() => void keeper.refuse(request)}
            >
              {words.refuse}
            </button>
          )}
          <button
            type="button"
            class="danger"
            data-testid="waiting-confirm"
            ref={confirm}
            disabled={isBusy}
            onClick={() => keeper.consider(request)}
          >
            {words.confirm}
          </button>
        </div>
      )}
    </li>
  );
}

/** What became of what was decided last. It is told to who does not see it, too. */
export function Outcome({ keeper }: { readonly keeper: WaitingKeeper }) {
  const texts = usePrivacyTexts();
  const decision = useStore(keeper.store, (state) => state.decision);
  return (
    <div role="status" data-testid="waiting-outcome" data-state={decision.kind}>
      {decision.kind === 'failed' ? (
        <p class="problem">{outcomeText(texts, decision)}</p>
      ) : (
        <p>{outcomeText(texts, decision)}</p>
      )}
    </div>
  );
}

function outcomeText(texts: PrivacyTexts, decision: Decision): string {
  const words = texts.privacy.decide;
  switch (decision.kind) {
    case 'none':
    case 'asked':
      return '';
    case 'sending':
      return words.sending;
    case 'confirmed':
      return decision.request.type === 'erasure' ? words.confirmedErasure : words.confirmedAccess;
    case 'refused':
      return words.refused;
    case 'failed':
      return decision.problem === 'conflict' || decision.problem === 'not-found'
        ? words.gone
        : problemText(texts, decision.problem);
  }
}

/** `1 e-mail address and 2 chats`. */
function selectorsText(
  { language, privacy }: PrivacyTexts,
  selectors: WaitingRequest['selectors'],
): string {
  const { visit, chat, letter } = privacy.counts;
  const forms = { ...privacy.decide.selectors, visit, chat, letter };
  const parts = (Object.keys(forms) as (keyof typeof forms)[]).flatMap((kind) => {
    const count = selectors[kind] ?? 0;
    return count > 0 ? [plural(forms[kind], count, language)] : [];
  });
  return listText(parts, language);
}
