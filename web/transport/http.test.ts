import { afterEach, describe, expect, it, vi } from 'vitest';
import { changeAccount, downloadFile, getAccount, leaveVisit } from '../protocol/generated';
import { call, failureOf } from './http';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const gateway = 'https://gateway.example/path/';
const acme = { id: 'acme', name: 'Acme' };

function answering(response: Response) {
  const fetched = vi.fn<typeof fetch>().mockResolvedValue(response);
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

/** The head of the answer comes at once, its body after half a minute unless it is given up. */
function answeringSlowly(body: string): void {
  vi.stubGlobal('fetch', (_url: URL, { signal }: RequestInit) => {
    const content = new ReadableStream({
      start: (controller) => {
        signal?.addEventListener('abort', () => controller.error(signal.reason));
        setTimeout(() => {
          if (signal?.aborted !== true) {
            controller.enqueue(new TextEncoder().encode(body));
            controller.close();
          }
        }, 30_000);
      },
    });
    return Promise.resolve(new Response(content));
  });
}

describe('a call', () => {
  it('puts the token in a header and sends neither cookies nor the page', async () => {
    const fetched = answering(Response.json(acme, { headers: { ETag: '"3"' } }));
    const result = await call(gateway, changeAccount(acme, { 'If-Match': '"2"' }), 'secret');
    expect(result).toEqual({ ok: true, value: acme, etag: '"3"' });
    const [asked, init] = fetched.mock.calls[0] ?? [];
    expect((asked as URL).href).toBe('https://gateway.example/path/v1/account');
    expect(init).toMatchObject({
      method: 'PUT',
      body: JSON.stringify(acme),
      headers: { Authorization: 'Bearer secret', 'If-Match': '"2"' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  });

  it('gives the code of a problem, and what else it says', async () => {
    const problem = { code: 'nobody-online', retryable: false, since: 3 };
    answering(Response.json(problem, { status: 409 }));
    expect(await call(gateway, getAccount())).toEqual({
      ok: false,
      code: 'nobody-online',
      retryable: false,
      problem,
    });
  });

  it('may have nothing in its answer', async () => {
    answering(new Response(null, { status: 204 }));
    expect(await call(gateway, leaveVisit('v17-visit', { token: 'visit-token' }))).toEqual({
      ok: true,
      value: undefined,
    });
  });

  it('is refused when the answer is not what the document promises', async () => {
    answering(Response.json({ name: 1 }));
    expect(await call(gateway, getAccount())).toMatchObject({ ok: false, code: 'internal' });
  });

  it('is retryable when the network fails', async () => {
    vi.stubGlobal('fetch', vi.fn<typeof fetch>().mockRejectedValue(new TypeError()));
    expect(await call(gateway, getAccount())).toEqual({
      ok: false,
      code: 'network',
      retryable: true,
    });
  });
});

describe('a call that takes long', () => {
  it.each([
    ['a file', true, downloadFile('c', 'f', {})],
    ['settings', false, getAccount()],
  ] as const)('for %s may go on: %s', async (_what, ok, operation) => {
    vi.useFakeTimers();
    answeringSlowly(JSON.stringify(acme));
    const result = call<unknown>(gateway, operation);
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await result).ok).toBe(ok);
  });

  it('is given up when no answer begins, whatever it is for', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', (_url: URL, { signal }: RequestInit) => {
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      });
    });
    const result = call(gateway, downloadFile('c', 'f', {}));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await result).toEqual({ ok: false, code: 'network', retryable: true });
  });
});

describe('an answer that is no problem document', () => {
  it.each([
    [413, 'too-large', false],
    [502, 'unavailable', true],
    [504, 'unavailable', true],
    [500, 'internal', true],
  ] as const)('of status %i is %s', (status, code, retryable) => {
    expect(failureOf(status, '<html>')).toEqual({ code, retryable });
  });
});
