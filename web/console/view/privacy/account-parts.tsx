import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { plural } from '../../../text/catalogue';
import { PrivacyDesk, type Standing } from '../../state/privacy/privacy-desk';
import type { Suite } from '../../transport/suite';
import { useStore } from '../context';
import { AuditPart } from './audit-part';
import { HeadsPart } from './heads-part';
import { LedgerPart } from './ledger-part';
import { MapPart } from './map-part';
import { PersonPart } from './person-part';
import { PetitionPart } from './petition-part';
import { SecondPart } from './second-part';
import { usePrivacyTexts } from './texts';
import { WaitingPart } from './waiting-part';

/** What each may do; the services decide it for themselves. */
const partsOf = {
  officer: ['person', 'waiting', 'ledger', 'audit', 'heads', 'dataMap'],
  delegate: ['person', 'waiting', 'ledger', 'heads', 'dataMap'],
  petitioner: ['petition', 'second', 'heads', 'dataMap'],
} as const satisfies Record<Standing, readonly string[]>;
type Part = (typeof partsOf)[Standing][number];

/** The parts of the page, of one account. */
export function AccountParts(props: {
  readonly suite: Pick<Suite, 'ask'>;
  readonly account: string | undefined;
  readonly standing: Standing;
  /** Which account it is, or how to come to another. */
  readonly children?: ComponentChildren;
}) {
  const { suite, account, standing } = props;
  const { privacy } = usePrivacyTexts();
  const parts: readonly Part[] = partsOf[standing];
  const [part, setPart] = useState<Part>(parts[0] ?? 'dataMap');
  const [timesLeft, setTimesLeft] = useState(0);
  const desk = useMemo(() => new PrivacyDesk(suite, account, standing), [suite, account, standing]);
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
  useEffect(() => {
    if (standing !== 'petitioner') {
      void desk.waiting.watch();
    }
    return () => desk.waiting.stop();
  }, [desk]);
  const key = `${account ?? ''} ${timesLeft}`;
  return (
    <>
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
              {each === 'waiting' && <WaitingCount desk={desk} />}
            </button>
          ))}
        </nav>
        {props.children}
      </div>
      {part === 'person' && <PersonPart key={key} desk={desk} />}
      {part === 'waiting' && <WaitingPart key={account} keeper={desk.waiting} />}
      {part === 'petition' && <PetitionPart key={key} desk={desk} />}
      {part === 'second' && (
        <SecondPart
          key={key}
          keeper={desk.waiting}
          onOwn={(id) => {
            void desk.erasure.resume(id);
            setPart('petition');
          }}
        />
      )}
      {part === 'ledger' && <LedgerPart key={account} keeper={desk.ledger} />}
      {part === 'audit' && <AuditPart key={account} keeper={desk.audit} />}
      {part === 'heads' && <HeadsPart key={account} keeper={desk.heads} />}
      {part === 'dataMap' && <MapPart key={account} map={desk.dataMap} />}
    </>
  );
}

/** How much waits, in a number for who sees it, and in words when it changes. */
function WaitingCount({ desk }: { readonly desk: PrivacyDesk }) {
  const { language, privacy } = usePrivacyTexts();
  const count = useStore(desk.waiting.store, ({ requests }) => requests?.length ?? 0);
  return (
    <>
      {count > 0 && (
        <span class="count" aria-hidden="true" data-testid="waiting-number">
          {count}
        </span>
      )}
      <span class="spoken" role="status">
        {count > 0 ? plural(privacy.decide.count, count, language) : ''}
      </span>
    </>
  );
}
