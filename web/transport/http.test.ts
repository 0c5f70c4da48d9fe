import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, failureOf } from './http';

afterEach(() => vi.unstubAllGlobals());

const url = new URL('https://gateway.example/v1/account');

function answering(response: Response) {
  const fetched = vi.fn<typeof fetch>().mockResolvedValue(response);
  vi.stubGlobal('fetch', fetched);
  return fetched;
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
