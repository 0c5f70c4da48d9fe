import { useState } from 'preact/hooks';
import type { Suite } from '../../transport/suite';
import { AccountParts } from './account-parts';
import { StaffPage } from './staff-page';
import { usePrivacyTexts } from './texts';

export interface PrivacyPageProps {
  readonly suite: Pick<Suite, 'ask'>;
  /** Those that the officer acts for. Of one alone no service has to be told which. */
  readonly accounts: readonly string[];
  /** Support staff of the processor, who name an account with each request. */
  readonly isStaff?: boolean;
}

/** For privacy officers and support staff: a person's data, the ledger, and what is held of anybody. */
export function PrivacyPage({ suite, accounts, isStaff = false }: PrivacyPageProps) {
  const { privacy } = usePrivacyTexts();
  return (
    <div class="page privacy">
      <h1>{privacy.title}</h1>
      {isStaff ? <StaffPage suite={suite} /> : <OfficersPage suite={suite} accounts={accounts} />}
    </div>
  );
}

function OfficersPage({ suite, accounts }: Pick<PrivacyPageProps, 'suite' | 'accounts'>) {
  const { privacy } = usePrivacyTexts();
  const [chosen, setChosen] = useState(accounts[0]);
  const account = accounts.length > 1 ? chosen : undefined;
  return (
    <AccountParts suite={suite} account={account} standing="officer">
      {accounts.length === 1 && (
        <span class="faint" data-testid="privacy-own-account">
          {privacy.account}: <bdi>{accounts[0]}</bdi>
        </span>
      )}
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
    </AccountParts>
  );
}
