import { useEffect } from 'preact/hooks';
import type { Entry } from '../../../protocol/generated';
import { fill, plural } from '../../../text/catalogue';
import { dateAndTime, number } from '../../../text/format';
import { saveReceipt } from '../../../transport/receipts';
import type { LedgerKeeper } from '../../state/privacy/ledger';
import type { ReceiptCheck } from '../../transport/receipt-check';
import { problemText, useStore } from '../context';
import { Verdict } from './receipt-card';
import { actionOf, actorOf, countsText, usePrivacyTexts } from './texts';

/** The account's ledger in words, the newest first. */
export function LedgerPart({ keeper }: { readonly keeper: LedgerKeeper }) {
  const texts = usePrivacyTexts();
  const { book: words } = texts.privacy;
  const { entries, busy, problem, hasNewer, checks } = useStore(keeper.store);
  useEffect(() => void keeper.newest(), [keeper]);
  const hasOlder = (entries?.at(-1)?.number ?? 1) > 1;
  return (
    <section data-testid="ledger" aria-busy={busy}>
      <h2>{words.title}</h2>
      <p class="faint">{words.intro}</p>
      <p role="status">
        {busy && words.loading}
        {!busy && entries?.length === 0 && words.empty}
      </p>
      {problem !== undefined && (
        <p class="problem" role="alert" data-testid="ledger-problem">
          {problemText(texts, problem)}
        </p>
      )}
      <ol class="entries" reversed>
        {entries?.map((entry) => (
          <EntryRow
            key={entry.number}
            entry={entry}
            check={checks.get(entry.number)}
            onCheck={() => void keeper.check(entry)}
          />
        ))}
      </ol>
      <div class="actions">
        <button
          type="button"
          class="plain"
          data-testid="ledger-newest"
          onClick={() => void keeper.newest()}
        >
          {words.newest}
        </button>
        <button
          type="button"
          class="plain"
          data-testid="ledger-newer"
          disabled={!hasNewer}
          onClick={() => void keeper.newer()}
        >
          {words.newer}
        </button>
        <button
          type="button"
          class="plain"
          data-testid="ledger-older"
          disabled={!hasOlder}
          onClick={() => void keeper.older()}
        >
          {words.older}
        </button>
      </div>
    </section>
  );
}

function EntryRow(props: {
  readonly entry: Entry;
  readonly check: ReceiptCheck | undefined;
  readonly onCheck: () => void;
}) {
  const { language, privacy } = usePrivacyTexts();
  const { book, receipt } = privacy;
  const { entry, check, onCheck } = props;
  const { fact } = entry;
  return (
    <li
      class="card"
      value={entry.number}
      data-testid="ledger-entry"
      data-number={entry.number}
      data-type={fact.type}
    >
      <h3>
        {fill(book.number, { number: number(entry.number, language, { useGrouping: false }) })}
        {'completed' in fact && <small> · {dateAndTime(fact.completed, language)}</small>}
      </h3>
      <Fact fact={fact} />
      {fact.type === 'subject-erased' && (
        <>
          <p class="faint">
            {receipt.id}: <bdi class="number">{fact.receipt}</bdi>
          </p>
          <div role="status">{check !== undefined && <Verdict check={check} />}</div>
          <div class="actions">
            <button type="button" class="link" data-testid="ledger-check" onClick={onCheck}>
              {receipt.check}
            </button>
            <button
              type="button"
              class="link"
              data-testid="ledger-save"
              onClick={() => saveReceipt({ receipt: fact.receipt, jws: fact.signed })}
            >
              {receipt.save}
            </button>
          </div>
        </>
      )}
    </li>
  );
}

function Fact({ fact }: { readonly fact: Entry['fact'] }) {
  const texts = usePrivacyTexts();
  const { language, privacy } = texts;
  const { book } = privacy;
  const reasons: Readonly<Partial<Record<string, string>>> = book.reasons;
  switch (fact.type) {
    case 'subject-erased':
      return <p>{fill(book.erased, { counts: countsText(texts, fact.scopes) })}</p>;
    case 'nothing-erased':
      return <p>{book.nothing}</p>;
    case 'subject-informed':
      return <p>{fill(book.informed, { counts: countsText(texts, fact.scopes) })}</p>;
    case 'scopes-destroyed':
      return (
        <>
          <p>
            {fill(book.destroyed, {
              from: dateAndTime(fact.from, language),
              until: dateAndTime(fact.until, language),
            })}
          </p>
          <ul>
            {destroyedOf(fact.scopes).map(([kind, reason, count]) => (
              <li key={kind + reason}>
                {plural(privacy.counts[kind], count, language)}: {reasons[reason] ?? reason}
              </li>
            ))}
          </ul>
        </>
      );
    case 'action-taken':
      return (
        <p>
          {fill(book.taken, {
            who: actorOf(book, fact.by),
            what: actionOf(book, fact.action),
          })}
        </p>
      );
    default:
      return <p>{book.other}</p>;
  }
}

type Scopes = Extract<Entry['fact'], { type: 'scopes-destroyed' }>['scopes'];
type Kind = keyof Scopes;
type Reason = keyof NonNullable<Scopes[Kind]>;

function destroyedOf(scopes: Scopes): readonly (readonly [Kind, Reason, number])[] {
  return (Object.keys(scopes) as Kind[]).flatMap((kind) =>
    (Object.entries(scopes[kind] ?? {}) as [Reason, number][]).map(
      ([reason, count]) => [kind, reason, count] as const,
    ),
  );
}
