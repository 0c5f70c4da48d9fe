import { useEffect, useRef } from 'preact/hooks';
import { fill, plural } from '../../../text/catalogue';
import { dateAndTime } from '../../../text/format';
import type { PrivacyDesk } from '../../state/privacy/privacy-desk';
import { isNothing } from '../../state/privacy/selectors';
import { useStore } from '../context';
import { countsText, refusedText, usePrivacyTexts } from './texts';

/** What is held, in counts, and what can be done about it. It is told to who does not see it, too. */
export function FoundCard({ desk }: { readonly desk: PrivacyDesk }) {
  const texts = usePrivacyTexts();
  const { find: words } = texts.privacy;
  const finding = useStore(desk.find.store, (search) => search.finding);
  const isAsked = useStore(desk.erasure.store, ({ kind }) => kind !== 'none');
  const erase = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    // Who gave it up goes on where it was asked from.
    if (wasAsked.current && !isAsked) {
      erase.current?.focus();
    }
    wasAsked.current = isAsked;
  }, [isAsked]);
  return (
    <section
      class="card"
      data-testid="subject-found"
      data-state={finding.kind === 'found' && isNothing(finding.found) ? 'nothing' : finding.kind}
      hidden={finding.kind === 'none'}
    >
      <div role="status" class="stack">
        {finding.kind === 'asking' && <p>{words.finding}</p>}
        {finding.kind === 'found' && isNothing(finding.found) && (
          <>
            <p>
              <strong>{words.nothing}</strong>
            </p>
            <p class="faint">{words.nothingMore}</p>
          </>
        )}
        {finding.kind === 'found' && !isNothing(finding.found) && (
          <>
            <p data-testid="subject-counts">
              <strong>{fill(words.found, { counts: countsOf(texts, finding.found) })}</strong>
            </p>
            <p data-testid="subject-persons">
              {plural(words.ofPersons, finding.found.subjects, texts.language)}{' '}
              {finding.found.since !== undefined &&
                fill(words.since, { time: dateAndTime(finding.found.since, texts.language) })}
            </p>
            {finding.found.subjects > 1 && <p class="caution">{words.several}</p>}
          </>
        )}
      </div>
      {finding.kind === 'failed' && (
        <p class="problem" role="alert" data-testid="subject-problem">
          {refusedText(texts, finding)}
        </p>
      )}
      {finding.kind === 'found' && !isNothing(finding.found) && !isAsked && (
        <div class="actions">
          <button
            type="button"
            class="plain"
            data-testid="access-show"
            onClick={() => void desk.access.show(finding.selectors, finding.found)}
          >
            {words.show}
          </button>
          <button
            type="button"
            class="danger"
            data-testid="erasure-submit"
            ref={erase}
            onClick={() => {
              const { subjects, confirmation } = finding.found;
              desk.erasure.consider(finding.selectors, subjects, confirmation);
            }}
          >
            {words.erase}
          </button>
        </div>
      )}
    </section>
  );
}

function countsOf(
  texts: Parameters<typeof countsText>[0],
  { visits, chats, letters }: { visits: number; chats: number; letters: number },
): string {
  return countsText(texts, { visit: visits, chat: chats, waiting: letters });
}
