/** A message's text, cut into plain pieces and web addresses. */
export interface Piece {
  readonly text: string;
  readonly href?: string;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"']+/giu;
// Punctuation that ends a sentence, or closes a bracket around an address, is not part of it.
const TRAILING = /[.,;:!?)\]}»”’]+$/u;

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
