// @vitest-environment happy-dom
import { User } from 'oidc-client-ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SignedOut, SignIn } from './sign-in';

const origin = 'https://gateway.example';
const authority = `${origin}/auth/realms/lethe`;
const key = `oidc.user:${authority}:lethe-console`;

/** What Keycloak says to who brings a refresh token. */
let keycloak: () => Promise<Response>;
let renewals: number;
let signIn: SignIn;

beforeEach(() => {
  sessionStorage.clear();
  renewals = 0;
  keycloak = renews;
  vi.stubGlobal('fetch', (asked: string) => {
    if (asked.includes('.well-known')) {
      const endpoint = `${authority}/protocol/openid-connect`;
      return Promise.resolve(
        Response.json({
          issuer: authority,
          authorization_endpoint: `${endpoint}/auth`,
          token_endpoint: `${endpoint}/token`,
        }),
      );
    }
    renewals += 1;
    return keycloak();
  });
  signIn = new SignIn(origin);
});

afterEach(() => vi.unstubAllGlobals());

function holding(token: string, seconds: number): void {
  sessionStorage.setItem(key, signedIn('anna', token, seconds).toStorageString());
}

function signedIn(sub: string, token: string, seconds: number): User {
  const now = Math.floor(Date.now() / 1000);
  return new User({
    access_token: token,
    refresh_token: 'refresh',
    token_type: 'Bearer',
    scope: 'openid organization',
    expires_at: now + seconds,
    profile: { sub, iss: authority, aud: 'lethe-console', exp: now + seconds, iat: now },
  });
}

const renews = (): Promise<Response> =>
  Promise.resolve(
    Response.json({
      access_token: 'new',
      refresh_token: 'refresh',
      token_type: 'Bearer',
      expires_in: 300,
    }),
  );
const refuses = (): Promise<Response> =>
  Promise.resolve(Response.json({ error: 'invalid_grant' }, { status: 400 }));

it.each<readonly [string, () => Promise<Response>]>([
  ['can’t be reached', () => Promise.reject(new TypeError('network'))],
  ['is answered for by a gateway', () => Promise.resolve(new Response('<p>', { status: 502 }))],
  [
    'is not well',
    () => Promise.resolve(Response.json({ error: 'unknown_error' }, { status: 500 })),
  ],
])('stays signed in while Keycloak %s', async (_how, answer) => {
  holding('old', -60);
  keycloak = answer;
  await expect(signIn.token()).rejects.not.toBeInstanceOf(SignedOut);
  keycloak = renews;
  expect(await signIn.token()).toBe('new');
});

it('is signed out when Keycloak never takes the refresh token again', async () => {
  holding('old', -60);
  keycloak = refuses;
  await expect(signIn.token()).rejects.toBeInstanceOf(SignedOut);
});

it('is signed out when nobody has signed in', async () => {
  await expect(signIn.token()).rejects.toBeInstanceOf(SignedOut);
});

it('uses a token to its last second while there is no newer one', async () => {
  holding('old', 10);
  keycloak = () => Promise.reject(new TypeError('network'));
  expect(await signIn.token()).toBe('old');
  expect(renewals).toBe(1);
});

it('does not offer again what a service refused, however long it would last', async () => {
  holding('old', 300);
  keycloak = () => Promise.reject(new TypeError('network'));
  await expect(signIn.renew()).rejects.toThrow();
  await expect(signIn.token()).rejects.toThrow();
  keycloak = renews;
  expect(await signIn.token()).toBe('new');
});

it('goes on with what the same person signed in for in another tab, and nobody else', async () => {
  holding('old', 300);
  let went = 0;
  signIn.onSignedIn(() => (went += 1));
  const other = new BroadcastChannel('lethe:sign-in');
  other.postMessage(signedIn('bert', 'another’s', 300).toStorageString());
  other.postMessage(signedIn('anna', 'beside', 300).toStorageString());
  await vi.waitFor(async () => expect(await signIn.token()).toBe('beside'));
  expect(went).toBe(1);
  other.close();
});

it.each([
  [
    ['acme', 'beta'],
    ['acme', 'beta'],
  ],
  [{ acme: { id: '1' } }, ['acme']],
  [undefined, []],
])('tells the accounts that the token names: %j', async (organization, accounts) => {
  const claims = { realm_access: { roles: ['privacy-officer', 'offline_access'] }, organization };
  holding(`head.${btoa(JSON.stringify(claims))}.signature`, 300);
  expect(await signIn.person()).toEqual({
    name: '',
    roles: new Set(['privacy-officer']),
    accounts,
  });
});
