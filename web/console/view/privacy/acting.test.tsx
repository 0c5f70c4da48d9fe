// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { ok } from '../../state/privacy/fake-suite';
import { AGAIN_MILLIS } from '../../state/privacy/waiting';
import { at, privacyPage } from './page-in-test';

const { page, get, text, focused, settle, show, click, type } = privacyPage();

const notFound = { ok: false, code: 'not-found', retryable: false } as const;
const waiting = {
  id: 'id-1',
  type: 'erasure',
  received: at,
  until: '2026-01-02T09:30:00Z',
  selectors: { email: 1, address: 2 },
};
const none = ok({ account: 'acme', requests: [] });
const some = ok({ account: 'acme', requests: [waiting] });

async function choose(account: string): Promise<void> {
  await show([], true);
  await type('staff-account', account);
  await click('staff-choose');
}

describe('an officer', () => {
  it('hears of what waits, sees what it is and confirms it', async () => {
    page.answers['GET v1/requests/waiting'] = [none, some, none];
    page.answers['POST v1/requests/id-1/confirmation'] = [
      {
        ok: false,
        code: 'internal',
        retryable: false,
        problem: { code: 'confirmation-required', subjects: 2, confirmation: 't' },
      },
      ok({}),
    ];
    await show();
    await settle();
    expect(get('waiting-number')).toBeNull();
    await settle(AGAIN_MILLIS);
    expect(text('privacy-waiting')).toContain('1 request waits for a second person.');
    await click('privacy-waiting');
    expect(text('waiting-request')).toContain('Erase a person’s data');
    expect(text('waiting-request')).toContain('1 e-mail address and 2 IP addresses or networks');
    await click('waiting-confirm');
    expect(focused()).toBe('erasure-question');
    expect(text('erasure-question')).toContain('can’t be undone');
    await click('erasure-confirm');
    expect(text('erasure-question')).toContain('up to 2 persons');
    await type('erasure-number', '2');
    await click('erasure-confirm');
    expect(text('waiting-outcome')).toContain('the erasure has effect');
    expect(get('waiting-request')).toBeNull();
    expect(document.activeElement?.tagName).toBe('H2');
  });

  it('gives a question up where it was asked from, and refuses', async () => {
    page.answers['GET v1/requests/waiting'] = [some, some];
    page.answers['DELETE requests/id-1'] = [ok({})];
    await show();
    await click('privacy-waiting');
    await click('waiting-confirm');
    await click('erasure-cancel');
    expect(focused()).toBe('waiting-confirm');
    page.answers['GET v1/requests/waiting'] = [none];
    await click('waiting-refuse');
    expect(text('waiting-outcome')).toBe('Refused. Nothing was done for it.');
    expect(text('waiting')).toContain('Nothing waits.');
  });

  it('reads who did what and when, and no person', async () => {
    // The end is looked for by what each number answers.
    page.suite.ask = (({ path }: { path: string }) => {
      const after = Number(new URL(path, 'https://a.example').searchParams.get('after'));
      const all = [
        { entry: 1, by: 'staff', action: 'erasure-asked', request: 'a'.repeat(64), at },
        { entry: 2, by: 'privacy-officer', action: 'subject-shown', at },
      ];
      return Promise.resolve(
        path.startsWith('v1/audit')
          ? ok({ account: 'acme', actions: all.filter(({ entry }) => entry > after) })
          : none,
      );
    }) as never;
    await show();
    await click('privacy-audit');
    await settle();
    const rows = [...page.root.querySelectorAll('[data-testid=audit-action]')].map((row) =>
      [...row.children].slice(1).map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['A privacy officer', 'looked at what was held', '2', 'none'],
      ['Support staff of the processor', 'asked for an erasure', '1', 'aaaaaaaaaaaa …'],
    ]);
    expect((get('audit-older') as HTMLButtonElement).disabled).toBe(true);
  });

  it('sees the newest head, and is told that its signature can’t be verified', async () => {
    page.answers['GET v1/ledger/heads/latest'] = [
      ok({ number: 4, size: 1234, root: 'ab', at, jws: 'a.b.c' }),
    ];
    await show();
    await click('privacy-heads');
    await settle();
    expect(text('head-size')).toBe('1,234');
    expect(get('head-signed')?.dataset['verified']).toBe('false');
    await type('head-kept', 'nonsense');
    await click('heads-compare');
    await settle();
    expect(get('heads-verdict')?.dataset['verdict']).toBe('no-head');
  });
});

describe('staff', () => {
  it('are asked for an account, and told what can be none', async () => {
    await choose('a b');
    expect(text('staff-problem')).toContain('can’t be the id');
    expect(focused()).toBe('staff-account');
    expect(page.suite.asked).toEqual([]);
  });

  it('act for an account that lets them, without its audit', async () => {
    await choose('acme');
    expect(text('staff-standing')).toContain('You act for “acme” by its consent');
    expect(get('privacy-person')).not.toBeNull();
    expect(get('privacy-waiting')).not.toBeNull();
    expect(get('privacy-audit')).toBeNull();
    expect(page.suite.asked.every(({ headers }) => headers?.['Lethe-Account'] === 'acme')).toBe(
      true,
    );
    await click('staff-another');
    expect(focused()).toBe('staff-account');
  });

  it('ask for an erasure that waits, where they may not act alone', async () => {
    page.answers['GET v1/ledger'] = [notFound];
    page.answers['GET requests'] = [ok({ request_status: 'pending', extensions: {} })];
    page.answers['DELETE requests'] = [ok({})];
    await choose('globex');
    expect(get('staff-standing')?.dataset['standing']).toBe('petitioner');
    expect(get('privacy-person')).toBeNull();
    await type('subject-field', 'mia@a.example');
    await click('subject-find');
    expect(text('erasure-question')).toContain('Ask for the erasure');
    await click('erasure-confirm');
    expect(get('petition')?.dataset['state']).toBe('waiting');
    expect(text('petition')).toContain('It waits for a second person');
    const body = page.suite.bodies('requests')[0] as { subject_request_id: string };
    expect(text('petition-number')).toBe(body.subject_request_id);
    expect(page.suite.asked.some(({ path }) => path.startsWith('v1/subjects'))).toBe(false);
    expect(page.suite.asked.some(({ path }) => path === 'v1/requests/waiting')).toBe(false);
    await click('petition-withdraw');
    expect(text('petition')).toContain('refused or withdrawn');
    await click('erasure-done');
    expect(focused()).toBe('subject-field');
  });

  it('confirm what another asked for by its number, and follow their own', async () => {
    page.answers['GET v1/ledger'] = [notFound];
    page.answers['GET requests'] = [ok({ request_status: 'pending', extensions: {} })];
    page.answers['GET v1/requests/id-1/confirmation'] = [ok(waiting)];
    page.answers['GET v1/requests/id-2/confirmation'] = [
      { ok: false, code: 'second-person-required', retryable: false } as never,
    ];
    page.answers['POST v1/requests/id-1/confirmation'] = [ok({})];
    await choose('globex');
    await click('privacy-second');
    await type('second-field', ' id-1 ');
    await click('second-look');
    expect(get('waiting-refuse')).toBeNull();
    await click('waiting-confirm');
    await click('erasure-confirm');
    expect(text('waiting-outcome')).toContain('Confirmed');
    await type('second-field', 'id-2');
    await click('second-look');
    expect(text('second-problem')).toContain('You asked for this yourself');
    await act(() => get('second-follow')?.click());
    await settle();
    expect(text('petition-number')).toBe('id-2');
    expect(get('petition')?.dataset['state']).toBe('waiting');
  });
});
