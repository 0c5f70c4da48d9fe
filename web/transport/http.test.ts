import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, failureOf } from './http';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const url = new URL('https://gateway.example/v1/account');

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
    const fetched = answering(Response.json({ name: 'Acme' }, { headers: { ETag: '"3"' } }));
    const result = await call(url, { token: 'secret', ifMatch: '"2"', method: 'PUT', body: {} });
    expect(result).toEqual({ ok: true, value: { name: 'Acme' }, etag: '"3"' });
    const [asked, init] = fetched.mock.calls[0] ?? [];
    expect((asked as URL).href).not.toContain('secret');
    expect(init).toMatchObject({
      headers: { Authorization: 'Bearer secret', 'If-Match': '"2"' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  });

  it('gives the code of a problem', async () => {
    answering(Response.json({ code: 'nobody-online', retryable: false }, { status: 409 }));
    expect(await call(url)).toEqual({ ok: false, code: 'nobody-online', retryable: false });
  });

  it('may have nothing in its answer', async () => {
    answering(new Response(null, { status: 202 }));
    expect(await call(url, { as: 'nothing' })).toEqual({ ok: true, value: undefined });
  });

  it('is retryable when the network fails', async () => {
    vi.stubGlobal('fetch', vi.fn<typeof fetch>().mockRejectedValue(new TypeError()));
    expect(await call(url)).toEqual({ ok: false, code: 'network', retryable: true });
  });
});

describe('a call that takes long', () => {
  it.each([
    ['blob', true],
    ['json', false],
  ] as const)('for a body as %s may go on: %s', async (as, ok) => {
    vi.useFakeTimers();
    answeringSlowly('{}');
    const result = call(url, { as });
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
    const result = call(url, { as: 'blob' });
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
