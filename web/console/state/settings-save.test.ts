import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountSettings } from '../../protocol/generated';
import type { Operation } from '../../protocol/wire';
import { SettingsSave } from './settings-save';

const before: AccountSettings = { id: 'acme', name: 'Acme', version: 1 };
const mine: AccountSettings = {
  ...before,
  allowedOrigins: ['https://a.example', 'https://b.example'],
};
const more: AccountSettings = { ...mine, removeAddress: true };

/** The account as the server has it. */
let held: AccountSettings;
let isAway: boolean;
let isMadeAllTheSame: boolean;
let save: SettingsSave;

beforeEach(() => {
  held = before;
  isAway = false;
  isMadeAllTheSame = false;
  const answer = () => ({ ok: true, value: held, etag: `"${held.version}"` });
  const ask = vi.fn(({ method, body, headers }: Operation<unknown>) => {
    if (method !== 'PUT') {
      return Promise.resolve(answer());
    }
    if (headers?.['If-Match'] !== `"${held.version}"`) {
      return Promise.resolve({ ok: false, code: 'precondition-failed', retryable: false });
    }
    if (!isAway || isMadeAllTheSame) {
      const sent = body as AccountSettings;
      const origins = [...(sent.allowedOrigins ?? [])].reverse();
      held = { ...sent, allowedOrigins: origins, version: (held.version ?? 0) + 1 };
    }
    return Promise.resolve(isAway ? { ok: false, code: 'unavailable', retryable: true } : answer());
  });
  save = new SettingsSave({ ask } as unknown as ConstructorParameters<typeof SettingsSave>[0]);
});

describe('a change that could not be confirmed', () => {
  beforeEach(async () => {
    isAway = isMadeAllTheSame = true;
    expect(await save.save(mine, '"1"')).toMatchObject({ code: 'unavailable' });
    isAway = false;
  });

  it('and was made is not taken for somebody else’s', async () => {
    expect(await save.save(more, '"1"')).toMatchObject({ ok: true, etag: '"3"' });
    expect(held).toMatchObject({ removeAddress: true, version: 3 });
  });

  it('does not undo what somebody else has changed since', async () => {
    held = { ...held, name: 'Other', version: 3 };
    expect(await save.save(more, '"1"')).toMatchObject({ code: 'precondition-failed' });
    expect(held.name).toBe('Other');
  });
});

it('tells of a change that somebody else has made', async () => {
  held = { ...held, name: 'Other', version: 2 };
  expect(await save.save(mine, '"1"')).toMatchObject({ code: 'precondition-failed' });
});
