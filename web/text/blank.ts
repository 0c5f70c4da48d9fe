/** As `TextRules.isBlank` of the services has it, which refuse what this takes for nothing. `DI`: what is not drawn. */
const SEEN = /[^\s\p{DI}\p{Cc}\p{Cf}\u2800\uFFFC]/u;

/** Whether nothing of it can be seen, as of a zero-width or no-break space alone. */
export function isBlank(text: string): boolean {
  return !SEEN.test(text);
}
