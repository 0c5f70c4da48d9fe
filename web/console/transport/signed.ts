import type { KeySet } from '../../protocol/generated';

/** Verification of a signed text (JWS, ES256) with the suite's published keys. */
export type SignatureCheck =
  | { readonly kind: 'verified'; readonly keyId: string | undefined; readonly claims: Claims }
  | { readonly kind: 'not-verified' };

export type Claims = Readonly<Record<string, unknown>>;

type Jwk = JsonWebKey & { readonly kid?: string };

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' };

/**
 * Whether `jws` is a text of this type that one of `keys` signed, as a compact JWS. Anything else, a
 * token of another type or with another algorithm too, is not verified.
 */
export async function checkSigned(
  jws: string,
  type: string,
  { keys }: KeySet,
): Promise<SignatureCheck> {
  const [header = '', payload = '', signature = '', ...more] = jws.split('.');
  const head = jsonOf(header);
  if (more.length > 0 || head?.['alg'] !== 'ES256' || head['typ'] !== type) {
    return { kind: 'not-verified' };
  }
  const signed = new TextEncoder().encode(`${header}.${payload}`);
  for (const key of (keys as readonly Jwk[]).filter(
    ({ kid }) => head['kid'] === undefined || kid === head['kid'],
  )) {
    if (await isSignedBy(key, bytesOf(signature), signed)) {
      return { kind: 'verified', keyId: key.kid, claims: jsonOf(payload) ?? {} };
    }
  }
  return { kind: 'not-verified' };
}

async function isSignedBy(
  { kty, crv, x, y }: JsonWebKey,
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined) {
    return false;
  }
  try {
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, CURVE, false, ['verify']);
    return await crypto.subtle.verify(SIGNATURE, key, signature, signed);
  } catch {
    return false;
  }
}

function jsonOf(part: string): Claims | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytesOf(part))) as Claims;
  } catch {
    return undefined;
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
