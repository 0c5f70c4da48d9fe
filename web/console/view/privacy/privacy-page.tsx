import { useEffect, useMemo, useState } from 'preact/hooks';
import { PrivacyDesk } from '../../state/privacy/privacy-desk';
import type { Suite } from '../../transport/suite';
import { LedgerPart } from './ledger-part';
import { MapPart } from './map-part';
import { PersonPart } from './person-part';
import { usePrivacyTexts } from './texts';

const parts = ['person', 'ledger', 'dataMap'] as const;
type Part = (typeof parts)[number];

export interface PrivacyPageProps {
  readonly suite: Pick<Suite, 'ask'>;
  /** Those that the officer acts for. Of one alone no service has to be told which. */
  readonly accounts: readonly string[];
}

/** For privacy officers: a person's data, the ledger, and what is held of anybody. */
export function PrivacyPage({ suite, accounts }: PrivacyPageProps) {
  const { privacy } = usePrivacyTexts();
  const [part, setPart] = useState<Part>('person');
  const [chosen, setChosen] = useState(accounts[0]);
  const [timesLeft, setTimesLeft] = useState(0);
  const account = accounts.length > 1 ? chosen : undefined;
  const desk = useMemo(() => new PrivacyDesk(suite, account), [suite, account]);
  useEffect(() => {
    // A browser may keep a page that was left, to come back to it; what was being typed goes, too.
    const onLeft = (): void => {
      desk.forget();
      setTimesLeft((times) => times + 1);
    };
    addEventListener('pagehide', onLeft);
    return () => {
      removeEventListener('pagehide', onLeft);
      desk.forget();
    };
  }, [desk]);
  return (
    <div class="page privacy">
      <h1>{privacy.title}</h1>
      <div class="parts">
        <nav aria-label={privacy.parts}>
          {parts.map((each) => (
            <button
              key={each}
              type="button"
              data-testid={`privacy-${each}`}
              aria-current={each === part ? 'page' : undefined}
              onClick={() => setPart(each)}
            >
              {privacy[each]}
            </button>
          ))}
        </nav>
        {account !== undefined && (
          <label>
            {privacy.account}{' '}
            <select
              data-testid="privacy-account"
              value={account}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            >
              {accounts.map((each) => (
                <option key={each} value={each} selected={each === account}>
                  {each}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {part === 'person' && <PersonPart key={`${account ?? ''} ${timesLeft}`} desk={desk} />}
      {part === 'ledger' && <LedgerPart key={account} keeper={desk.ledger} />}
      {part === 'dataMap' && <MapPart key={account} map={desk.dataMap} />}
    </div>
  );
}
