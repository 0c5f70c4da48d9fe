import type { ConsistencyProof, KeySet } from '../../protocol/generated';
import { fits } from '../../protocol/wire';
import { checkSigned } from './signed';

/** What a head of the ledger's tree says. */
export interface Head {
  readonly size: number;
  readonly root: string;
  readonly at: string;
}

const TYPE = 'lethe-ledger-head+jwt';
const NODE = 1;

/** The head that one of `keys` signed; undefined if `jws` is none. */
export async function signedHead(jws: string, keys: KeySet): Promise<Head | undefined> {
  const check = await checkSigned(jws.trim(), TYPE, keys);
  const head = check.kind === 'verified' ? check.claims['head'] : undefined;
  return fits(head, { size: 'number', root: 'string', at: 'string' }) ? (head as Head) : undefined;
}

/** Whether the proof shows that a tree has grown from a smaller one (RFC 9162, 2.1.4.2). */
export async function provesGrowth(
  first: Head,
  second: Head,
  { from, to, path }: ConsistencyProof,
): Promise<boolean> {
  if (from !== first.size || to !== second.size || from > to) {
    return false;
  }
  if (from === 0) {
    return path.length === 0 && first.root === hex(await sha256(new Uint8Array()));
  }
  if (from === to) {
    return path.length === 0 && first.root === second.root;
  }
  // A smaller tree that is a node of the greater one is left out.
  const hashes = isPowerOfTwo(from) ? [first.root, ...path] : path;
  const roots = path.length === 0 ? undefined : await rootsOf(from, to, hashes);
  return roots?.[0] === first.root && roots[1] === second.root;
}

/** Both roots, as they follow from the hashes; sizes may be beyond what bits of numbers hold. */
async function rootsOf(
  from: number,
  to: number,
  [begin = '', ...hashes]: readonly string[],
): Promise<readonly [string, string] | undefined> {
  let [left, right] = [from - 1, to - 1];
  const up = (): void => {
    [left, right] = [Math.floor(left / 2), Math.floor(right / 2)];
  };
  while (left % 2 === 1) {
    up();
  }
  let [smaller, greater] = [begin, begin];
  for (const hash of hashes) {
    if (right === 0) {
      return undefined;
    }
    if (left % 2 === 1 || left === right) {
      smaller = await node(hash, smaller);
      greater = await node(hash, greater);
      while (left % 2 === 0 && left !== 0) {
        up();
      }
    } else {
      greater = await node(greater, hash);
    }
    up();
  }
  return right === 0 ? [smaller, greater] : undefined;
}

function isPowerOfTwo(size: number): boolean {
  return Number.isInteger(Math.log2(size));
}

async function node(left: string, right: string): Promise<string> {
  return hex(await sha256(Uint8Array.from([NODE, ...bytesOf(left), ...bytesOf(right)])));
}

async function sha256(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', content));
}

function bytesOf(digest: string): readonly number[] {
  return (digest.match(/../g) ?? []).map((byte) => parseInt(byte, 16));
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
