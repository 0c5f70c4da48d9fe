import { useEffect } from 'preact/hooks';
import type { AuditedAction } from '../../../protocol/generated';
import { dateAndTime, number } from '../../../text/format';
import type { AuditKeeper } from '../../state/privacy/audit';
import { problemText, useStore } from '../context';
import { actionOf, actorOf, usePrivacyTexts } from './texts';

/** Who did what and when in an account, the newest first. */
export function AuditPart({ keeper }: { readonly keeper: AuditKeeper }) {
  const texts = usePrivacyTexts();
  const { actions: words, book } = texts.privacy;
  const { actions, busy, problem, hasNewer, hasOlder } = useStore(keeper.store);
  useEffect(() => void keeper.newest(), [keeper]);
  return (
    <section data-testid="audit" aria-busy={busy}>
      <h2>{words.title}</h2>
      <p class="faint">{words.intro}</p>
      <p role="status">
        {busy && words.loading}
        {!busy && actions?.length === 0 && words.empty}
      </p>
      {problem !== undefined && (
        <p class="problem" role="alert" data-testid="audit-problem">
          {problemText(texts, problem)}
        </p>
      )}
      {actions !== undefined && actions.length > 0 && (
        <div class="table-box wide" tabIndex={0} role="region" aria-label={words.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.when}</th>
                <th scope="col">{words.who}</th>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.entry}</th>
                <th scope="col">{words.request}</th>
              </tr>
            </thead>
            <tbody>
              {actions.map((action) => (
                <Row key={action.entry} action={action} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div class="actions">
        <button
          type="button"
          class="plain"
          data-testid="audit-newest"
          onClick={() => void keeper.newest()}
        >
          {book.newest}
        </button>
        <button
          type="button"
          class="plain"
          data-testid="audit-newer"
          disabled={!hasNewer}
          onClick={() => void keeper.newer()}
        >
          {book.newer}
        </button>
        <button
          type="button"
          class="plain"
          data-testid="audit-older"
          disabled={!hasOlder}
          onClick={() => void keeper.older()}
        >
          {book.older}
        </button>
      </div>
    </section>
  );
}

function Row({ action: { entry, at, by, action, request } }: { readonly action: AuditedAction }) {
  const { language, privacy } = usePrivacyTexts();
  return (
    <tr data-testid="audit-action" data-entry={entry}>
      <td>{dateAndTime(at, language)}</td>
      <td>{actorOf(privacy.book, by)}</td>
      <td>{actionOf(privacy.book, action)}</td>
      <td>{number(entry, language, { useGrouping: false })}</td>
      <td>
        {request === undefined ? (
          privacy.actions.noRequest
        ) : (
          // The whole would be as wide as the rest.
          <abbr title={request} dir="ltr">
            {request.slice(0, 12)} …
          </abbr>
        )}
      </td>
    </tr>
  );
}
