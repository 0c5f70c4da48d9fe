/** A message's text, cut into plain pieces and web addresses. */
export interface Piece {
  readonly text: string;
  readonly href?: string;
}

// Wide punctuation, as Chinese and Japanese have it, stands in no address; there is no blank after it. A bracket is
// part of an address with its other half only.
const WIDE = '\\u3000-\\u303f\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65';
const LETTER = `[^\\s<>"'()${WIDE}]`;
const ADDRESS = new RegExp(`\\bhttps?://(?:${LETTER}|\\(${LETTER}*\\))+`, 'giu');
// Punctuation that ends a sentence, or closes another bracket around an address, is not part of it either.
const TRAILING = /[.,;:!?\]}»”’…]+$/u;

export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, '');
    const href = webAddress(address);
    if (href !== undefined) {
      found.push({ text: text.slice(from, match.index) }, { text: address, href });
      from = match.index + address.length;
    }
  }
  found.push({ text: text.slice(from) });
  return found.filter((piece) => piece.text !== '');
}

function webAddress(text: string): string | undefined {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
