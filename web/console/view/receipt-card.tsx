import { saveReceipt } from '../../transport/receipts';
import { dateAndTime } from '../../text/format';
import type { Erasure } from '../state/erasure';
import type { ReceiptCheck } from '../transport/receipt-check';
import { useTexts } from './context';

/** A receipt, whether its signature holds, and a way to keep it. */
export function ReceiptCard({
  erasure,
}: {
  readonly erasure: Extract<Erasure, { kind: 'completed' }>;
}) {
  const { language, messages } = useTexts();
  const { privacy: texts } = messages;
  const { id, receipt, check } = erasure;
  if (receipt === undefined) {
    return <p>{texts.nothingHeld}</p>;
  }
  const destroyed = Object.entries(receipt.destroyed).map(([kind, count]) => `${kind}: ${count}`);
  const facts: readonly (readonly [string, string, string])[] = [
    ['receipt-id', texts.receipt, receipt.receipt],
    ['receipt-request', texts.request, id],
    ['receipt-received', texts.received, dateAndTime(receipt.received, language)],
    ['receipt-effective', texts.effectiveAt, dateAndTime(receipt.effective, language)],
    ['receipt-completed', texts.completedAt, dateAndTime(receipt.completed, language)],
    ['receipt-destroyed', texts.destroyed, destroyed.join(' · ')],
    ['receipt-entry', texts.ledgerEntry, String(receipt.entry)],
  ];
  return (
    <div class="receipt" data-testid="receipt">
      <Verdict check={check} />
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
        {texts.save}
      </button>
    </div>
  );
}

function Verdict({ check }: { readonly check: ReceiptCheck | undefined }) {
  const { privacy: texts } = useTexts().messages;
  if (check === undefined) {
    return <p>{texts.checking}</p>;
  }
  const verified = check.kind === 'verified';
  return (
    <p
      class={verified ? 'good' : 'problem'}
      data-testid="receipt-verdict"
      data-verified={String(verified)}
    >
      {verified ? texts.verified : texts.notVerified}
    </p>
  );
}
