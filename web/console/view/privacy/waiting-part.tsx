import type { WaitingKeeper } from '../../state/privacy/waiting';
import { problemText, useStore } from '../context';
import { usePrivacyTexts } from './texts';
import { Outcome, useFocusWhenDecided, WaitingCard } from './waiting-card';

/** What support staff asked for that may not act alone, for who may confirm or refuse it. */
export function WaitingPart({ keeper }: { readonly keeper: WaitingKeeper }) {
  const texts = usePrivacyTexts();
  const words = texts.privacy.decide;
  const { requests, problem } = useStore(keeper.store);
  const heading = useFocusWhenDecided<HTMLHeadingElement>(keeper);
  return (
    <section data-testid="waiting">
      <h2 tabIndex={-1} ref={heading}>
        {words.title}
      </h2>
      <p class="faint">{words.intro}</p>
      {requests === undefined && problem === undefined && <p role="status">{words.loading}</p>}
      {requests?.length === 0 && <p>{words.empty}</p>}
      {problem !== undefined && (
        <p class="problem" role="alert" data-testid="waiting-problem">
          {problemText(texts, problem)}
        </p>
      )}
      <Outcome keeper={keeper} />
      <ul class="entries">
        {requests?.map((request) => (
          <WaitingCard key={request.id} keeper={keeper} request={request} mayRefuse />
        ))}
      </ul>
    </section>
  );
}
