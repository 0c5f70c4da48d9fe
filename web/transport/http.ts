import { errorCode, type Failure } from '../protocol/errors';
import type { Problem } from '../protocol/generated';
import { fits, parse, type Operation } from '../protocol/wire';

export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly etag?: string }
  | ({ readonly ok: false } & Failure);

const TIMEOUT_MILLIS = 20_000;

/** One REST call below the gateway's address. Tokens go in a header; cookies and the page's address are never sent. */
export async function call<T>(
  gateway: string,
  operation: Operation<T>,
  token?: string,
): Promise<Result<T>> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), TIMEOUT_MILLIS);
  const { method, path, body, headers } = operation;
  try {
    const response = await fetch(new URL(path, gateway), {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: patience.signal,
    });
    if (response.ok && operation.answer === 'blob') {
      // A file takes as long as the network needs; only its first byte is waited for.
      clearTimeout(timer);
      return { ok: true, value: (await response.blob()) as T };
    }
    const answer = answerOf(operation, response.status, await response.text());
    const etag = response.headers.get('ETag');
    return answer.ok && etag !== null ? { ...answer, etag } : answer;
  } catch {
    return { ok: false, code: 'network', retryable: true };
  } finally {
    clearTimeout(timer);
  }
}

/** The answer, if it is what the operation promises; what it does not promise is not read. */
export function answerOf<T>({ answer }: Operation<T>, status: number, text: string): Result<T> {
  if (status < 200 || status >= 300) {
    return { ok: false, ...failureOf(status, text) };
  }
  const value = answer && parse(text);
  return answer === undefined || fits(value, answer)
    ? { ok: true, value: value as T }
    : { ok: false, code: 'internal', retryable: true };
}

/** Reads problem+json; an answer of something in between (a proxy's page) is judged by its status. */
export function failureOf(status: number, body: string): Failure {
  const problem = parse(body) as Partial<Problem> | undefined;
  if (typeof problem?.code === 'string') {
    return {
      code: errorCode(problem.code),
      retryable: problem.retryable ?? status >= 500,
      problem,
    };
  }
  if (status === 413) {
    return { code: 'too-large', retryable: false };
  }
  return { code: status >= 502 && status <= 504 ? 'unavailable' : 'internal', retryable: true };
}
