import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../text/catalogue';
import { clockTime } from '../../text/format';
import type { Connection } from '../../transport/socket';
import { useTexts } from './context';

/** A cut desk is shown as cut: what it shows is old, and what is written waits. */
export function Stale({ connection }: { readonly connection: Connection }) {
  const { language, messages } = useTexts();
  const [since, setSince] = useState<string>();
  useEffect(() => {
    if (connection === 'open') {
      setSince(undefined);
    } else if (connection !== 'connecting') {
      setSince((before) => before ?? new Date().toISOString());
    }
  }, [connection]);
  return since === undefined ? null : (
    <p class="notice" role="alert" data-testid="desk-stale">
      {fill(messages.app.stale, { time: clockTime(since, language) })}
    </p>
  );
}
