import { readFileSync } from 'node:fs';
import type { AccountSettings, DataUse } from '../protocol/generated';

/**
 * For tests: a combination of an account's settings, what it means, and what is then done. The services'
 * own tests hold them to the same rows.
 */
export interface Row {
  readonly settings: Partial<AccountSettings>;
  readonly use: DataUse;
  readonly done: {
    readonly visitAddress: boolean;
    readonly transcripts: readonly Letter[];
    readonly messages: readonly Letter[];
    readonly tlsOnly: boolean;
    readonly letterDeadline: string;
  };
}
export interface Letter {
  readonly to: string;
  readonly address: boolean;
}

/** A file of the services' tests. */
export const fixture = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

export const rows = fixture(
  'runtime/src/test/resources/org/lethe/runtime/fixture/data-use.json',
) as readonly Row[];
