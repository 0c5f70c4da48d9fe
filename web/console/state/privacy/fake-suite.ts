import type { Operation } from '../../../protocol/wire';
import type { Result } from '../../../transport/http';
import type { Suite } from '../../transport/suite';

type Answer = Result<unknown> | Promise<Result<unknown>>;

export const ok = (value: unknown) => ({ ok: true, value }) as const;
export const refused = (code: 'malformed' | 'unavailable' | 'internal', retryable: boolean) =>
  ({ ok: false, code, retryable }) as const;

/** A suite in tests: what is asked is kept, and answered by method and path, in turn; the last answer stays. */
export class FakeSuite implements Pick<Suite, 'ask'> {
  readonly asked: Operation<unknown>[] = [];

  constructor(private readonly answers: Record<string, Answer[]>) {}

  ask<T>(operation: Operation<T>): Promise<Result<T>> {
    this.asked.push(operation);
    const call = `${operation.method} ${operation.path}`;
    const key = Object.keys(this.answers)
      .filter((each) => call.startsWith(each))
      .sort((one, other) => other.length - one.length)[0];
    const turn = key === undefined ? [] : (this.answers[key] ?? []);
    const answer = turn.length > 1 ? turn.shift() : turn[0];
    if (answer === undefined) {
      throw new Error(`nobody answers ${call}`);
    }
    return Promise.resolve(answer) as Promise<Result<T>>;
  }

  bodies(path: string): readonly unknown[] {
    return this.asked.filter((each) => each.path === path && each.body).map(({ body }) => body);
  }
}
