import type { Instant } from '../../protocol/generated';
import { fill } from '../../text/catalogue';
import { clockTime } from '../../text/format';
import { useTexts } from './context';

/** A cut desk is shown as cut: what it shows is old, and what is written waits. */
export function Stale(props: {
  readonly since: Instant | undefined;
  /** Whether so much time has passed that nothing of anybody is shown any more. */
  readonly isHidden: boolean;
}) {
  const { language, messages } = useTexts();
  const { since, isHidden } = props;
  const { stale, hidden } = messages.app;
  return since === undefined ? null : (
    <p class="notice" role="alert" data-testid="desk-stale">
      {fill(isHidden ? hidden : stale, { time: clockTime(since, language) })}
    </p>
  );
}
