import { fill, plural } from '../../../text/catalogue';
import { dateAndTime } from '../../../text/format';
import { saveReceipt } from '../../../transport/receipts';
import type { Erasure } from '../../state/privacy/erasure';
import { reservationsOf } from '../../state/privacy/receipt';
import type { Claims, ReceiptCheck } from '../../transport/receipt-check';
import { problemText } from '../context';
import { countsText, servicesText, usePrivacyTexts } from './texts';

interface Props {
  readonly erasure: Extract<Erasure, { kind: 'completed' }>;
  readonly onAgain: () => void;
}

/** A receipt in words, whether its signature holds, and a way to keep it. */
export function ReceiptCard({ erasure, onAgain }: Props) {
  const texts = usePrivacyTexts();
  const { language, privacy } = texts;
  const words = privacy.receipt;
  const { id, receipt, check, problem } = erasure;
  const again = problem !== undefined && (
    <p class="problem" role="alert" data-testid="receipt-problem">
      {problemText(texts, problem)}{' '}
      <button type="button" class="link" data-testid="receipt-again" onClick={onAgain}>
        {words.again}
      </button>
    </p>
  );
  if (receipt === undefined) {
    return problem === undefined ? <p role="status">{words.fetching}</p> : again || null;
  }
  const counts = countsText(texts, receipt.destroyed);
  const effective = dateAndTime(receipt.effective, language);
  const facts: readonly (readonly [string, string, string])[] = [
    ['receipt-id', words.id, receipt.receipt],
    ['receipt-request', words.request, id],
    ['receipt-received', words.received, dateAndTime(receipt.received, language)],
    ['receipt-effective', words.effective, effective],
    ['receipt-completed', words.completed, dateAndTime(receipt.completed, language)],
    ['receipt-destroyed', words.destroyed, counts],
    ['receipt-entry', words.entry, String(receipt.entry)],
  ];
  return (
    <div class="receipt" data-testid="receipt">
      <h3>{words.title}</h3>
      <div role="status" class="stack">
        <p>
          <strong>{fill(words.words, { counts, time: effective })}</strong>
        </p>
        {problem === undefined && <Verdict check={check} />}
      </div>
      {again}
      {check?.kind === 'verified' && <Reserved claims={check.claims} />}
      <p class="faint">{words.memory}</p>
      <dl>
        {facts.map(([testid, label, value]) => (
          <div key={testid}>
            <dt>{label}</dt>
            <dd data-testid={testid}>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <button
        type="button"
        class="plain"
        data-testid="receipt-save"
        onClick={() => saveReceipt(receipt)}
      >
        {words.save}
      </button>
    </div>
  );
}

/** What a receipt does not promise, as it was signed. */
function Reserved({ claims }: { readonly claims: Claims }) {
  const texts = usePrivacyTexts();
  const { language, privacy } = texts;
  const words = privacy.receipt;
  const { unanswered, handedOver, perhapsDelivered } = reservationsOf(claims);
  return (
    <>
      {unanswered.length > 0 && (
        <p class="caution" data-testid="receipt-unanswered">
          {fill(words.unanswered, { services: servicesText(texts, unanswered) })}
        </p>
      )}
      {handedOver > 0 && (
        <p data-testid="receipt-handed-over">{plural(words.handedOver, handedOver, language)}</p>
      )}
      {perhapsDelivered > 0 && (
        <p data-testid="receipt-perhaps">
          {plural(words.perhapsDelivered, perhapsDelivered, language)}
        </p>
      )}
    </>
  );
}

export function Verdict({ check }: { readonly check: ReceiptCheck | undefined }) {
  const words = usePrivacyTexts().privacy.receipt;
  if (check === undefined) {
    return <p>{words.checking}</p>;
  }
  const verified = check.kind === 'verified';
  return (
    <p
      class={verified ? 'good' : 'problem'}
      data-testid="receipt-verdict"
      data-verified={String(verified)}
    >
      {verified ? words.verified : words.notVerified}
    </p>
  );
}
