import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Conversation } from '../../conversation/conversation';
import type { Speaker } from '../../protocol/generated';

/** How near to the end counts as reading the end. */
const NEAR = 40;

export interface ReadingPlace {
  readonly box: RefObject<HTMLDivElement | null>;
  /** How many messages of the other side came below what is on the screen. */
  readonly below: number;
  readonly onScroll: () => void;
  readonly toEnd: () => void;
}

/** Follows the end of a log, unless the person reads further up; then it tells what is new below. */
export function useReadingPlace(
  { lines, outgoing }: Conversation,
  me: Speaker,
  onEnd: (isInSight: boolean) => void,
): ReadingPlace {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [read, setRead] = useState(0);
  const last = lines.at(-1)?.seq ?? 0;
  const written = outgoing.length;
  const writtenBefore = useRef(written);
  const toEnd = (): void => {
    atEnd.current = true;
    box.current?.scrollTo({ top: box.current.scrollHeight });
    setRead(last);
    onEnd(true);
  };
  useLayoutEffect(() => {
    const wrote = written > writtenBefore.current;
    writtenBefore.current = written;
    if (atEnd.current || wrote) {
      toEnd();
    }
  }, [last, written]);
  useEffect(() => {
    // What stands below the log takes room from it, and gives it back.
    const observer = new ResizeObserver(() => {
      if (atEnd.current) {
        box.current?.scrollTo({ top: box.current.scrollHeight });
      }
    });
    if (box.current !== null) {
      observer.observe(box.current);
    }
    return () => {
      observer.disconnect();
      onEnd(false);
    };
  }, []);
  return {
    box,
    below: atEnd.current ? 0 : lines.filter(({ seq, from }) => seq > read && from !== me).length,
    toEnd,
    onScroll: () => {
      const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {};
      const isThere = scrollHeight - scrollTop - clientHeight < NEAR;
      if (isThere !== atEnd.current) {
        atEnd.current = isThere;
        setRead(last);
        onEnd(isThere);
      }
    },
  };
}
