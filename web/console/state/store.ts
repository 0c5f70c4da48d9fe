/** A value that is watched. Views draw from it; only keepers write to it. */
export class Store<T> {
  private readonly watchers = new Set<() => void>();

  constructor(private value: T) {}

  get(): T {
    return this.value;
  }

  set(value: T): void {
    if (value !== this.value) {
      this.value = value;
      this.watchers.forEach((watcher) => watcher());
    }
  }

  update(change: Partial<T>): void {
    this.set({ ...this.value, ...change });
  }

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  }
}
