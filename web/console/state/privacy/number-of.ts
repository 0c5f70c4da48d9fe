/** A number as people of any of our languages may type it; not a number of anything else. */
export function numberOf(typed: string): number {
  const digits = typed
    .trim()
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.charCodeAt(0) - 0x660) % 0x90));
  return /^\d+$/.test(digits) ? Number(digits) : NaN;
}
