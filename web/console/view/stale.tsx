import type { Instant } from '../../protocol/generated';
import { fill } from '../../text/catalogue';
import { clockTime } from '../../text/format';
import { useTexts } from './context';

/** A cut desk is shown as cut: what it shows is old, and what is written waits. */
export function Stale({ since }: { readonly since: Instant | undefined }) {
  const { language, messages } = useTexts();
  return since === undefined ? null : (
    <p class="notice" role="alert" data-testid="desk-stale">
      {fill(messages.app.stale, { time: clockTime(since, language) })}
    </p>
  );
}
