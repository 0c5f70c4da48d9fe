/** What of a pressed key matters here; browsers have the old code of a key, too, and Safari nothing else. */
export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** The code of whatever key an input method has taken for itself. */
const TAKEN = 229;

/**
 * Whether the key sends what is written. The Enter that confirms a composed character (Japanese, for
 * one) does not: in Safari it comes when composing is over, and has the code alone.
 */
export function sends({ key, shiftKey, isComposing, keyCode }: PressedKey): boolean {
  return key === 'Enter' && !shiftKey && !isComposing && keyCode !== TAKEN;
}
