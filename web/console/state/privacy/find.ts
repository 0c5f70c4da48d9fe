import { findSubject, type Preview } from '../../../protocol/generated';
import type { Suite } from '../../transport/suite';
import { Store } from '../store';
import { refusedFor, type Refused } from './refused';
import { selectorsOf, type Match, type Selectors } from './selectors';
import { named, recognise, takenFor, type Term, type TermKind } from './terms';

/** What is known of the terms as they are now; each change of them makes it unknown. */
export type Finding =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'found'; readonly found: Preview; readonly selectors: Selectors }
  | ({ readonly kind: 'failed' } & Refused);

export interface Search {
  readonly terms: readonly Term[];
  readonly match: Match;
  readonly finding: Finding;
}

const EMPTY: Search = { terms: [], match: 'any', finding: { kind: 'none' } };

/** Who is looked for, and what is held about them, in counts. */
export class FindKeeper {
  readonly store = new Store<Search>(EMPTY);
  private lastId = 0;
  /** Only the newest question is answered. */
  private question = 0;

  constructor(private readonly suite: Pick<Suite, 'ask'>) {}

  /** Takes what was typed; what is there already is not taken twice. Tells what is new. */
  add(text: string): readonly Term[] {
    const { terms } = this.store.get();
    const isNew = ({ kind, value, name }: Omit<Term, 'id'>): boolean =>
      !terms.some((each) => each.kind === kind && each.value === value && each.name === name);
    const added = recognise(text)
      .filter(isNew)
      .map((each) => ({ ...each, id: ++this.lastId }));
    if (added.length > 0) {
      this.change({ terms: [...terms, ...added] });
    }
    return added;
  }

  remove(id: number): void {
    this.change({ terms: this.store.get().terms.filter((each) => each.id !== id) });
  }

  take(id: number, kind: TermKind): void {
    this.replace(id, (term) => takenFor(term, kind));
  }

  name(id: number, name: string): void {
    this.replace(id, (term) => named(term, name));
  }

  match(match: Match): void {
    this.change({ match });
  }

  /** Who is meant; undefined while nobody is named, or a term is none that anything is found by. */
  selectors(): Selectors | undefined {
    const { terms, match } = this.store.get();
    return terms.length === 0 || terms.some(({ problem }) => problem !== undefined)
      ? undefined
      : selectorsOf(terms, match);
  }

  /** Asks what is held. Nothing is asked while a term is none by which anything can be found. */
  async find(): Promise<void> {
    const selectors = this.selectors();
    if (selectors === undefined) {
      return;
    }
    const question = ++this.question;
    this.store.update({ finding: { kind: 'asking' } });
    const answer = await this.suite.ask(findSubject(selectors));
    if (question === this.question) {
      this.store.update({
        finding: answer.ok
          ? { kind: 'found', found: answer.value, selectors }
          : { kind: 'failed', ...refusedFor(answer) },
      });
    }
  }

  forget(): void {
    this.question++;
    this.store.set(EMPTY);
  }

  private replace(id: number, how: (term: Term) => Term): void {
    this.change({
      terms: this.store.get().terms.map((each) => (each.id === id ? how(each) : each)),
    });
  }

  private change(change: Partial<Search>): void {
    this.question++;
    this.store.update({ ...change, finding: { kind: 'none' } });
  }
}
