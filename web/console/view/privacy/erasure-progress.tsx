import type { ServiceName } from '../../../protocol/generated';
import { fill } from '../../../text/catalogue';
import { dateAndTime, number } from '../../../text/format';
import type { Erasure, ErasureKeeper } from '../../state/privacy/erasure';
import { ReceiptCard } from './receipt-card';
import { useFocusAtFirst, usePrivacyTexts } from './texts';

type Begun = Extract<Erasure, { kind: 'submitting' | 'working' | 'cancelled' | 'completed' }>;

/** Whose answers an erasure waits for. */
const ASKED: readonly ServiceName[] = [
  'presence-service',
  'chat-service',
  'file-relay-service',
  'mail-dispatch-service',
];

/** An erasure from when it is sent to its receipt. */
export function ErasureProgress(props: {
  readonly keeper: ErasureKeeper;
  readonly erasure: Begun;
}) {
  const { privacy } = usePrivacyTexts();
  const words = privacy.erasure;
  const { keeper, erasure } = props;
  const heading = useFocusAtFirst<HTMLHeadingElement>();
  // A service that is down is waited for by the hour, and nobody has to wait here with it.
  const mayGoOn = erasure.kind !== 'submitting';
  return (
    <section class="card" data-testid="erasure" data-state={erasure.kind}>
      <h2 tabIndex={-1} ref={heading}>
        {words.title}
      </h2>
      <div role="status" class="stack">
        <Told erasure={erasure} />
      </div>
      {erasure.kind === 'working' && (
        <>
          <Services erasure={erasure} />
          <p class="faint">{words.leave}</p>
          <RequestNumber id={erasure.id} />
        </>
      )}
      {erasure.kind === 'completed' && erasure.receiptId !== undefined && (
        <ReceiptCard erasure={erasure} onAgain={() => void keeper.fetchAgain()} />
      )}
      {mayGoOn && (
        <button
          type="button"
          class="plain"
          data-testid="erasure-done"
          onClick={() => keeper.forget()}
        >
          {words.another}
        </button>
      )}
    </section>
  );
}

/** What is new of it, in a sentence or two. */
function Told({ erasure }: { readonly erasure: Begun }) {
  const { language, privacy } = usePrivacyTexts();
  const words = privacy.erasure;
  switch (erasure.kind) {
    case 'submitting':
      return <p>{words.submitting}</p>;
    case 'cancelled':
      return <p>{words.cancelled}</p>;
    case 'completed':
      return erasure.receiptId === undefined ? <p>{words.nothingHeld}</p> : null;
    case 'working': {
      const { effective, unknown } = erasure;
      const done = ASKED.length - waitedFor(erasure).length;
      const counts = {
        done: number(done, language),
        count: number(ASKED.length, language),
      };
      return (
        <>
          {effective === undefined && <p>{words.received}</p>}
          {effective !== undefined && (
            <p>
              <strong>{fill(words.effective, { time: dateAndTime(effective, language) })}</strong>
            </p>
          )}
          {effective !== undefined && (
            <p>{done < ASKED.length ? fill(words.progress, counts) : words.last}</p>
          )}
          {unknown && <p class="problem">{words.unknown}</p>}
        </>
      );
    }
  }
}

/** Which services have confirmed; before the keys are destroyed none is asked. */
function Services({ erasure }: { readonly erasure: Extract<Erasure, { kind: 'working' }> }) {
  const words = usePrivacyTexts().privacy.erasure;
  if (erasure.effective === undefined) {
    return null;
  }
  const missing = waitedFor(erasure);
  return (
    <ul class="services">
      {ASKED.map((service) => {
        const isDone = !missing.includes(service);
        return (
          <li
            key={service}
            data-testid="erasure-service"
            data-service={service}
            data-state={isDone ? 'done' : 'waiting'}
          >
            <span aria-hidden="true">{isDone ? '✓' : '…'}</span> {words.services[service]}:{' '}
            {isDone ? words.done : words.waiting}
          </li>
        );
      })}
    </ul>
  );
}

function waitedFor({ waitingFor = ASKED }: { readonly waitingFor?: readonly ServiceName[] }) {
  return waitingFor.filter((each) => ASKED.includes(each));
}

function RequestNumber({ id }: { readonly id: string }) {
  const words = usePrivacyTexts().privacy.receipt;
  return (
    <p class="faint">
      {words.request}: <bdi class="number">{id}</bdi>
    </p>
  );
}
