const SHARED = Symbol.for('lethe.title');

interface WithCount {
  [SHARED]?: TitleCount;
}

/** The page's title without a number of ours, which is none of the page. */
export function ownTitle(): string {
  const { [SHARED]: count } = globalThis as WithCount;
  return count === undefined ? document.title : count.without(document.title);
}

/** A number before the page's title, until it is nothing; what the page writes there itself stays as it is. */
export class TitleCount {
  private readonly counts = new Map<string, number>();
  private last = 0;
  private own = '';
  private shown: string | undefined;

  /** The one of this page, whoever counts in it: two would take each other's number for the page's own words. */
  static ofPage(): TitleCount {
    const page = globalThis as WithCount;
    const { [SHARED]: count = new TitleCount() } = page;
    page[SHARED] = count;
    return count;
  }

  /**
   * The same number again changes nothing, so that a page which has taken it away is left alone.
   *
   * @param of whose it is; the title has the sum of all
   */
  show(own: number, of = ''): void {
    this.counts.set(of, own);
    const count = [...this.counts.values()].reduce((sum, each) => sum + each, 0);
    if (count === this.last) {
      return;
    }
    this.last = count;
    this.own = this.without(document.title);
    const title = count === 0 ? this.own : `(${count}) ${this.own}`.trim();
    this.shown = count === 0 ? undefined : title;
    if (document.title !== title) {
      document.title = title;
    }
  }

  /** The title as the page has it, which may have put more around what it found. */
  without(title: string): string {
    return this.shown === undefined ? title : title.replace(this.shown, () => this.own);
  }
}
