import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HeadView, KeySet } from '../../../protocol/generated';
import type { Head } from '../../transport/head-check';
import { FakeSuite, ok, refused } from './fake-suite';
import { HeadsKeeper } from './heads';

const hash = (kind: number, ...parts: readonly Buffer[]): Buffer =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.of(kind), ...parts]))
    .digest();
const [one, two, three] = ['one', 'two', 'three'].map((leaf) => hash(0, Buffer.from(leaf)));
const hex = (bytes: Buffer | undefined): string => bytes?.toString('hex') ?? '';
const pair = hash(1, one ?? Buffer.of(), two ?? Buffer.of());
const whole = hash(1, pair, three ?? Buffer.of());

const at = '2026-01-01T10:00:00Z';
const first: Head = { size: 2, root: hex(pair), at };
const last: Head = { size: 3, root: hex(whole), at: '2026-01-02T10:00:00Z' };

let keys: KeySet;
let own: CryptoKeyPair;
let answers: ConstructorParameters<typeof FakeSuite>[0];
let keeper: HeadsKeeper;

beforeAll(async () => {
  own = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  keys = { keys: [{ ...(await crypto.subtle.exportKey('jwk', own.publicKey)), kid: 'k1' }] };
});

async function signed(head: Head, typ = 'lethe-ledger-head+jwt'): Promise<string> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'ES256', typ, kid: 'k1' })}.${part({ head })}`;
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(algorithm, own.privateKey, Buffer.from(text));
  return `${text}.${Buffer.from(signature).toString('base64url')}`;
}

async function published(head: Head, says: Partial<Head> = {}): Promise<HeadView> {
  return { number: 0, ...head, ...says, jws: await signed(head) };
}

beforeEach(async () => {
  answers = {
    'GET .well-known': [ok(keys)],
    'GET v1/ledger/heads/latest': [ok(await published(last))],
    'GET v1/ledger/heads?': [
      ok({ heads: [await published({ ...first, size: 0 }), await published(first)] }),
    ],
    'GET v1/ledger/proof/consistency': [ok({ from: 2, to: 3, path: [hex(three)] })],
  };
  keeper = new HeadsKeeper(new FakeSuite(answers));
});

const verdict = () => keeper.store.get().verdict;

describe('the newest head', () => {
  it('is shown with whether it was signed', async () => {
    await keeper.load();
    expect(keeper.store.get()).toMatchObject({ busy: false, newest: last, isSigned: true });
  });

  it('is not what was signed if it says something else', async () => {
    answers['GET v1/ledger/heads/latest'] = [ok(await published(last, { size: 4 }))];
    await keeper.load();
    expect(keeper.store.get().isSigned).toBe(false);
    await keeper.compare('');
    expect(verdict()?.kind).toBe('contradicts');
  });
});

describe('an earlier head', () => {
  it('is the oldest with records, if none was kept', async () => {
    await keeper.compare(' ');
    expect(verdict()).toEqual({ kind: 'grown', earlier: first });
  });

  it('can be one that was kept', async () => {
    await keeper.compare(await signed(last));
    expect(verdict()).toEqual({ kind: 'same', earlier: last });
    await keeper.compare(await signed({ ...last, size: 9 }));
    expect(verdict()?.kind).toBe('ahead');
  });

  it('contradicts what was changed', async () => {
    await keeper.compare(await signed({ ...first, root: hex(one) }));
    expect(verdict()?.kind).toBe('contradicts');
    await keeper.compare(await signed({ ...last, root: hex(one) }));
    expect(verdict()?.kind).toBe('contradicts');
    answers['GET v1/ledger/proof/consistency'] = [
      { ok: false, code: 'ledger-changed', retryable: false } as never,
    ];
    await keeper.compare(await signed(first));
    expect(verdict()?.kind).toBe('contradicts');
  });

  it('must be one', async () => {
    for (const text of ['a.b.c', 'nonsense', await signed(first, 'lethe-receipt+jwt')]) {
      await keeper.compare(text);
      expect(verdict()).toEqual({ kind: 'no-head' });
    }
  });

  it('is compared again when nobody answered', async () => {
    await keeper.compare('');
    answers['GET v1/ledger/proof/consistency'] = [refused('unavailable', true)];
    await keeper.compare('');
    expect(keeper.store.get()).toMatchObject({ problem: 'unavailable', newest: last });
    expect(verdict()).toBeUndefined();
  });
});
