import { useEffect, useState } from 'preact/hooks';
import { serverNow } from '../state/server-time';
import { duration } from '../../text/format';

/** Those who show a running time. One timer for all of them: they change together, in one draw. */
const watchers = new Set<(now: number) => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  const now = serverNow();
  watchers.forEach((watcher) => watcher(now));
}

/** The server's present time, every second: for durations that run. */
export function useNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    watchers.add(setNow);
    timer ??= setInterval(tick, 1000);
    return () => {
      watchers.delete(setNow);
      if (watchers.size === 0) {
        clearInterval(timer);
        timer = undefined;
      }
    };
  }, []);
  return now;
}

/** How long ago something was: what runs is this text alone, and not what is around it. */
export function Elapsed({ since }: { readonly since: string }) {
  return <>{duration(useNow() - Date.parse(since))}</>;
}
