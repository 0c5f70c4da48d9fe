import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fill } from '../../../text/catalogue';
import { StandingKeeper } from '../../state/privacy/standing';
import type { Suite } from '../../transport/suite';
import { problemText, useStore } from '../context';
import { AccountParts } from './account-parts';
import { usePrivacyTexts } from './texts';

/** For support staff of the processor, who name the account that they act for. */
export function StaffPage({ suite }: { readonly suite: Pick<Suite, 'ask'> }) {
  const { privacy } = usePrivacyTexts();
  const words = privacy.staff;
  const keeper = useMemo(() => new StandingKeeper(suite), [suite]);
  const chosen = useStore(keeper.store);
  const wasThere = useRef(false);
  if (chosen.kind !== 'there') {
    return <Choice keeper={keeper} takesFocus={wasThere.current} />;
  }
  wasThere.current = true;
  const { account, standing } = chosen;
  return (
    <>
      <div class="standing">
        <p role="status" data-testid="staff-standing" data-standing={standing}>
          {fill(standing === 'delegate' ? words.alone : words.together, { account })}
        </p>
        <button
          type="button"
          class="plain"
          data-testid="staff-another"
          onClick={() => keeper.forget()}
        >
          {words.another}
        </button>
      </div>
      <AccountParts key={account + standing} suite={suite} account={account} standing={standing} />
    </>
  );
}

function Choice(props: { readonly keeper: StandingKeeper; readonly takesFocus: boolean }) {
  const texts = usePrivacyTexts();
  const words = texts.privacy.staff;
  const { keeper, takesFocus } = props;
  const chosen = useStore(keeper.store);
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus || chosen.kind === 'invalid') {
      field.current?.focus();
    }
  }, [chosen]);
  return (
    <section data-testid="staff">
      <h2>{words.title}</h2>
      <p class="faint">{words.intro}</p>
      <form
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void keeper.choose(typed);
        }}
      >
        <label class="field">
          <span>{words.field}</span>
          <input
            type="text"
            data-testid="staff-account"
            dir="ltr"
            spellcheck={false}
            autocomplete="off"
            autocapitalize="none"
            maxLength={60}
            aria-invalid={chosen.kind === 'invalid'}
            aria-describedby="staff-hint staff-problem"
            ref={field}
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <small id="staff-hint">{words.hint}</small>
        </label>
        <p class="problem" id="staff-problem" role="alert" data-testid="staff-problem">
          {chosen.kind === 'invalid' && words.invalid}
          {chosen.kind === 'failed' && problemText(texts, chosen.problem)}
        </p>
        <p role="status">{chosen.kind === 'asking' && words.looking}</p>
        <div class="actions">
          <button type="submit" class="primary" data-testid="staff-choose">
            {words.choose}
          </button>
        </div>
      </form>
      <p class="faint">
        {words.requests} <a href="/docs/openapi-gdpr.yaml">openapi-gdpr.yaml</a>
      </p>
      <p class="faint">
        {words.accounts} <a href="/docs/openapi-chat.yaml">openapi-chat.yaml</a>
      </p>
    </section>
  );
}
