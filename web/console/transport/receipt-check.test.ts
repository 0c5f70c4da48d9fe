import { beforeAll, describe, expect, it } from 'vitest';
import type { KeySet } from '../../protocol/generated';
import { checkReceipt } from './receipt-check';

const claims = { jti: 'r-1', destroyed: { visit: 1 } };
let pair: CryptoKeyPair;
let keys: KeySet;

beforeAll(async () => {
  pair = await newPair();
  keys = { keys: [{ ...(await crypto.subtle.exportKey('jwk', pair.publicKey)), kid: 'k1' }] };
});

function newPair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
}

async function signed(header: object, by: CryptoKey = pair.privateKey): Promise<string> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ typ: 'lethe-receipt+jwt', ...header })}.${part(claims)}`;
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(algorithm, by, new TextEncoder().encode(text));
  return `${text}.${Buffer.from(signature).toString('base64url')}`;
}

const refused = { kind: 'not-verified' };

describe('a receipt', () => {
  it('verifies with the key that it names', async () => {
    const jws = await signed({ alg: 'ES256', kid: 'k1' });
    expect(await checkReceipt(jws, keys)).toEqual({ kind: 'verified', keyId: 'k1', claims });
  });

  it('verifies without a key id', async () => {
    expect((await checkReceipt(await signed({ alg: 'ES256' }), keys)).kind).toBe('verified');
  });

  it('does not verify when another key signed it', async () => {
    const { privateKey } = await newPair();
    const jws = await signed({ alg: 'ES256', kid: 'k1' }, privateKey);
    expect(await checkReceipt(jws, keys)).toEqual(refused);
  });

  it('does not verify when a letter of it was changed', async () => {
    const [head = '', body = '', signature = ''] = (
      await signed({ alg: 'ES256', kid: 'k1' })
    ).split('.');
    const changed = Buffer.from(
      Buffer.from(body, 'base64url').toString().replace('"visit":1', '"visit":2'),
    ).toString('base64url');
    expect(await checkReceipt(`${head}.${changed}.${signature}`, keys)).toEqual(refused);
  });

  it.each([
    ['no algorithm', { alg: 'none', kid: 'k1' }],
    ['another algorithm', { alg: 'HS256', kid: 'k1' }],
    ['another type of token', { alg: 'ES256', kid: 'k1', typ: 'JWT' }],
    ['an unknown key', { alg: 'ES256', kid: 'k2' }],
  ])('does not verify with %s', async (_what, header) => {
    expect(await checkReceipt(await signed(header), keys)).toEqual(refused);
  });

  it.each(['', 'a.b', 'a.b.c.d', 'not a token'])('is not %j', async (text) => {
    expect(await checkReceipt(text, keys)).toEqual(refused);
  });
});
