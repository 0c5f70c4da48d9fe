import { errorCode, type Failure } from '../protocol/errors';
import type { Problem } from '../protocol/rest';

export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly etag?: string }
  | ({ readonly ok: false } & Failure);

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly token?: string;
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly as?: 'json' | 'blob' | 'nothing';
}

const TIMEOUT_MILLIS = 20_000;

/** One REST call. Tokens go in a header; cookies and the page's address are never sent. */
export async function call<T>(url: URL, options: Call = {}): Promise<Result<T>> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), TIMEOUT_MILLIS);
  try {
    const response = await fetch(url, {
      method: options.method ?? 'GET',
      headers: headersOf(options),
      body: options.body === undefined ? null : JSON.stringify(options.body),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: patience.signal,
    });
    // A file takes as long as the network needs; only its first byte is waited for.
    if (options.as === 'blob') {
      clearTimeout(timer);
    }
    return response.ok ? await success<T>(response, options) : await failure(response);
  } catch {
    return { ok: false, code: 'network', retryable: true };
  } finally {
    clearTimeout(timer);
  }
}

function headersOf(options: Call): Record<string, string> {
  return {
    ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(options.token === undefined ? {} : { Authorization: `Bearer ${options.token}` }),
    ...(options.ifMatch === undefined ? {} : { 'If-Match': options.ifMatch }),
  };
}

async function success<T>(response: Response, options: Call): Promise<Result<T>> {
  const etag = response.headers.get('ETag');
  const value = await bodyOf(response, options.as ?? 'json');
  return { ok: true, value: value as T, ...(etag === null ? {} : { etag }) };
}

async function bodyOf(response: Response, as: 'json' | 'blob' | 'nothing'): Promise<unknown> {
  if (as === 'blob') {
    return response.blob();
  }
  const text = await response.text();
  return as === 'json' && text !== '' ? JSON.parse(text) : undefined;
}

async function failure(response: Response): Promise<Result<never>> {
  return { ok: false, ...failureOf(response.status, await response.text()) };
}

/** Reads problem+json; an answer of something in between (a proxy's page) is judged by its status. */
export function failureOf(status: number, body: string): Failure {
  try {
    const problem = JSON.parse(body) as Partial<Problem>;
    if (typeof problem.code === 'string') {
      return { code: errorCode(problem.code), retryable: problem.retryable ?? status >= 500 };
    }
  } catch {
    // Not a problem document.
  }
  if (status === 413) {
    return { code: 'too-large', retryable: false };
  }
  return { code: status >= 502 && status <= 504 ? 'unavailable' : 'internal', retryable: true };
}
