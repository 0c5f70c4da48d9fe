import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { FailureCode } from '../../protocol/errors';
import { words } from '../../words/en';
import type { Words } from '../../words/sentences';
import { en, type ConsoleMessages } from '../messages/en';
import type { Store } from '../state/store';

export interface Texts {
  readonly language: string;
  readonly messages: ConsoleMessages;
  /** What visitors read about their data. */
  readonly words: Words;
}

export const TextsContext = createContext<Texts>({ language: 'en', messages: en, words });

export function useTexts(): Texts {
  return useContext(TextsContext);
}

/** Draws the component anew when the value changes. */
export function useStore<T>(store: Store<T>): T {
  const [value, setValue] = useState(store.get());
  useEffect(() => {
    setValue(store.get());
    return store.watch(() => setValue(store.get()));
  }, [store]);
  return value;
}

/** The present time, every second: for durations that run. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
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

export function problemText({ messages }: Texts, code: FailureCode): string {
  return messages.problems[code] ?? messages.problems.other;
}
