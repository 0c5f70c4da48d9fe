import { useRef } from 'preact/hooks';
import type { PrivacyDesk } from '../../state/privacy/privacy-desk';
import { useStore } from '../context';
import { AccessView } from './access-view';
import { EraseQuestion } from './erase-question';
import { ErasureProgress } from './erasure-progress';
import { FoundCard } from './found-card';
import { Search } from './search';
import { refusedText, usePrivacyTexts } from './texts';

/** One person's data: find it, show it, erase it. */
export function PersonPart({ desk }: { readonly desk: PrivacyDesk }) {
  const texts = usePrivacyTexts();
  const { find: words, erasure: erasing } = texts.privacy;
  const erasure = useStore(desk.erasure.store);
  const access = useStore(desk.access.store);
  const comesBack = useRef(false);
  switch (erasure.kind) {
    case 'submitting':
    case 'working':
    case 'cancelled':
    case 'completed':
      comesBack.current = true;
      return <ErasureProgress keeper={desk.erasure} erasure={erasure} />;
    case 'none':
    case 'asked':
    case 'failed':
      return (
        <>
          <h2>{words.title}</h2>
          <p class="faint">{words.intro}</p>
          <Search keeper={desk.find} takesFocus={comesBack.current} />
          <FoundCard desk={desk} />
          {erasure.kind === 'asked' && (
            // Another number of persons is another question.
            <EraseQuestion key={erasure.subjects} keeper={desk.erasure} asked={erasure} />
          )}
          {erasure.kind === 'failed' && (
            <p class="card problem" role="alert" data-testid="erasure-problem">
              {refusedText(texts, erasure)}{' '}
              {erasure.again && (
                <button
                  type="button"
                  class="link"
                  data-testid="erasure-again"
                  onClick={() => void desk.erasure.again()}
                >
                  {erasing.again}
                </button>
              )}
            </p>
          )}
          <AccessView access={access} onClose={() => desk.access.forget()} />
        </>
      );
  }
}
