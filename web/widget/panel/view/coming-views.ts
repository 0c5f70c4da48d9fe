/** Views that come in a script of their own, when they are first wanted. */
export class ComingViews<T> {
  views: T | undefined;
  state: 'absent' | 'coming' | 'there' | 'failed' = 'absent';

  constructor(
    private readonly load: () => Promise<T>,
    private readonly onChange: () => void,
  ) {}

  /** Brings them, once; what failed is tried again only when somebody asks for it. */
  want(): void {
    if (this.state === 'absent') {
      this.fetch();
    }
  }

  fetch(): void {
    this.state = 'coming';
    this.load().then(
      (views) => {
        this.views = views;
        this.state = 'there';
        this.onChange();
      },
      () => {
        this.state = 'failed';
        this.onChange();
      },
    );
  }
}
