/** A number before the page's title, until it is nothing; what the page writes there itself stays as it is. */
export class TitleCount {
  private last = 0;
  private own = '';
  private shown: string | undefined;

  /** The same number again changes nothing, so that a page which has taken it away is left alone. */
  show(count: number): void {
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
