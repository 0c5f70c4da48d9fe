import { createContext } from 'preact';
import { useContext, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { FileTexts } from '../../conversation/view/file-texts';
import type { FailureCode } from '../../protocol/errors';
import { words as ofEnd } from '../../words/chat/en';
import { words } from '../../words/en';
import type { EndWords, Words } from '../../words/sentences';
import { en, type ConsoleMessages } from '../messages/en';
import type { Store } from '../state/store';

export interface Texts {
  readonly language: string;
  readonly messages: ConsoleMessages;
  /** What visitors read about their data. */
  readonly words: Words & EndWords;
}

export const TextsContext = createContext<Texts>({
  language: 'en',
  messages: en,
  words: { ...words, ...ofEnd },
});

export function useTexts(): Texts {
  return useContext(TextsContext);
}

/** Draws the component anew when the value changes, or what is taken of it. */
export function useStore<T>(store: Store<T>): T;
export function useStore<T, S>(store: Store<T>, select: (value: T) => S): S;
export function useStore<T>(store: Store<T>, select: (value: T) => unknown = (it) => it): unknown {
  const [, draw] = useReducer<number, undefined>((drawn) => drawn + 1, 0);
  const value = select(store.get());
  const shown = useRef({ value, select });
  shown.current = { value, select };
  useEffect(() => {
    const look = (): void => {
      if (!Object.is(shown.current.select(store.get()), shown.current.value)) {
        draw(undefined);
      }
    };
    look();
    return store.watch(look);
  }, [store]);
  return value;
}

/** Whether something has been so for a while: what passes at once is not worth a word. */
export function useLasting(isSo: boolean, millis: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) {
      setLasts(false);
      return undefined;
    }
    const timer = setTimeout(() => setLasts(true), millis);
    return () => clearTimeout(timer);
  }, [isSo, millis]);
  return isSo && lasts;
}

/** For the views of files, which both front ends share. */
export function fileTexts(texts: Texts): FileTexts {
  const { language, messages } = texts;
  return { language, messages: messages.chat, problem: (code) => problemText(texts, code) };
}

export function problemText({ messages }: Texts, code: FailureCode): string {
  return messages.problems[code] ?? messages.problems.other;
}
