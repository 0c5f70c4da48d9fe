import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Conversation } from '../../conversation/conversation';
import { TrayView, type TrayIntents } from '../../conversation/view/tray-view';
import { fileTexts, useTexts } from './context';

interface Props {
  readonly conversation: Conversation;
  readonly intents: TrayIntents;
}

/** The tray that both front ends share, in its place here. */
export function Tray({ conversation, intents }: Props) {
  const texts = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef<TrayView>(undefined);
  const current = useRef(intents);
  current.current = intents;
  useLayoutEffect(() => {
    const view = new TrayView(fileTexts(texts), {
      retry: (id) => current.current.retry(id),
      withdraw: (id) => current.current.withdraw(id),
      back: () => current.current.back(),
    });
    shown.current = view;
    box.current?.replaceChildren(view.element);
    return () => view.update([]);
  }, [texts.language]);
  const { tray, leftOut } = conversation;
  useLayoutEffect(
    () => shown.current?.update(tray, leftOut ? 'too-many-files' : undefined),
    [tray, leftOut, texts.language],
  );
  return <div ref={box} />;
}
