/** As `TextRules.isBlank` of the services has it, which refuse what this takes for nothing. */
const SEEN = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800\uFFFC]/u;

/** Whether nothing of it can be seen, as of a zero-width or no-break space alone. */
export function isBlank(text: string): boolean {
  return !SEEN.test(text);
}
