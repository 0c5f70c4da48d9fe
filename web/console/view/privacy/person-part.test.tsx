// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { ok, refused } from '../../state/privacy/fake-suite';
import { domain, found, privacyPage } from './page-in-test';

const several = { ...found, subjects: 3, confirmation: 'token' };
const { page, get, text, focused, asked, settle, show, click, type, find } = privacyPage();

describe('who is looked for', () => {
  it('stands with what it is taken for, and is counted in words', async () => {
    await show();
    await find('mia@a.example');
    expect(get('subject-term')?.dataset['kind']).toBe('email');
    expect(text('subject-counts')).toBe('Found: 1 visit and 2 chats.');
    expect(text('subject-persons')).toContain('This is data of 1 person. The oldest');
    expect((get('subject-field') as HTMLInputElement).value).toBe('');
    expect(location.href).not.toContain('mia');
  });

  it('can be corrected, which makes what was found unknown', async () => {
    await show();
    await find('47114-71147');
    const kind = get('subject-kind') as HTMLSelectElement;
    await act(() => {
      kind.value = 'customer';
      kind.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(get('subject-found')?.hidden).toBe(true);
    await click('subject-find');
    expect(page.suite.bodies('v1/subjects/find').at(-1)).toEqual({
      match: 'any',
      customerIds: ['47114-71147'],
    });
  });

  it('is sent where it has to be mended first', async () => {
    await show();
    await find('10.0.0.0/8');
    expect(asked()).toEqual([]);
    expect(text('subject-term')).toContain('/16 to /32');
    expect(focused()).toBe('subject-kind');
    await click('subject-remove');
    expect(focused()).toBe('subject-field');
    await type('subject-field', 'Mia');
    await click('subject-add');
    await act(() => {
      const kind = get('subject-kind') as HTMLSelectElement;
      kind.value = 'detail';
      kind.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await click('subject-find');
    expect(focused()).toBe('subject-name');
    await type('subject-name', 'Name');
    await click('subject-find');
    expect(page.suite.bodies('v1/subjects/find')).toEqual([
      { match: 'any', details: [{ name: 'Name', value: 'Mia' }] },
    ]);
  });

  it('is asked for, if nobody is named', async () => {
    await show();
    await click('subject-find');
    expect(text('subject-wanting')).toBe('Name a person first.');
    expect(asked()).toEqual([]);
  });

  it('is one of several, or has all of it', async () => {
    await show();
    await type('subject-field', 'mia@a.example');
    await click('subject-add');
    expect(get('subject-all')).toBeNull();
    expect(asked()).toEqual([]);
    await type('subject-field', '192.0.2.7');
    await click('subject-add');
    await click('subject-all');
    await click('subject-find');
    expect(page.suite.bodies('v1/subjects/find')).toEqual([
      { match: 'all', emails: ['mia@a.example'], addresses: ['192.0.2.7'] },
    ]);
  });

  it('is told plainly, where nothing is held', async () => {
    page.answers['POST v1/subjects/find'] = [ok({ subjects: 0, visits: 0, chats: 0, letters: 0 })];
    await show();
    await find('mia@a.example');
    expect(get('subject-found')?.dataset['state']).toBe('nothing');
    expect(text('subject-found')).toContain('Nothing is found by what you entered.');
    expect(get('erasure-submit')).toBeNull();
  });

  it('is refused with the reason in words', async () => {
    const error = { errors: [{ reason: 'unmarked_detail' }] };
    page.answers['POST v1/subjects/find'] = [
      { ...refused('malformed', false), problem: { code: 'malformed', error } },
    ];
    await show();
    await find('4711');
    expect(text('subject-problem')).toContain('has not marked such a detail');
  });
});

describe('an erasure', () => {
  it('is asked about, and given up to where it was asked from', async () => {
    await show();
    await find('mia@a.example');
    await click('erasure-submit');
    expect(focused()).toBe('erasure-question');
    expect(get('erasure-number')).toBeNull();
    await click('erasure-cancel');
    expect(get('erasure-question')).toBeNull();
    expect(focused()).toBe('erasure-submit');
    expect(page.suite.bodies('requests')).toEqual([]);
  });

  it('is followed by service, to the receipt in words', async () => {
    await show();
    await find('mia@a.example');
    await click('erasure-submit');
    await click('erasure-confirm');
    expect(get('erasure')?.dataset['state']).toBe('working');
    const states = [...page.root.querySelectorAll<HTMLElement>('[data-testid=erasure-service]')];
    expect(states.map(({ dataset }) => [dataset['service'], dataset['state']])).toEqual([
      ['presence-service', 'done'],
      ['chat-service', 'waiting'],
      ['file-relay-service', 'done'],
      ['mail-dispatch-service', 'done'],
    ]);
    expect(text('erasure')).toContain('3 of 4 services have confirmed');
    expect(page.root.textContent).not.toContain('mia@');
    await settle(1_000);
    expect(text('receipt')).toContain('Destroyed: 1 visit and 2 chats.');
    expect(get('receipt-verdict')?.dataset['verified']).toBe('false');
    await act(() => get('erasure-done')?.click());
    expect(focused()).toBe('subject-field');
    expect(get('subject-term')).toBeNull();
  });

  it('need not be waited for', async () => {
    page.answers['GET requests'] = [ok({ request_status: 'in_progress', extensions: {} })];
    await show();
    await find('mia@a.example');
    await click('erasure-submit');
    await click('erasure-confirm');
    await click('erasure-done');
    expect(focused()).toBe('subject-field');
    const before = asked().length;
    await settle(60_000);
    expect(asked()).toHaveLength(before);
  });

  it('of several persons goes by their number only', async () => {
    page.answers['POST v1/subjects/find'] = [ok(several)];
    await show();
    await find('192.0.2.7');
    expect(text('subject-persons')).toContain('up to 3 persons');
    await click('erasure-submit');
    await type('erasure-number', '1');
    await click('erasure-confirm');
    expect(text('erasure-wrong')).not.toBe('');
    expect(focused()).toBe('erasure-number');
    expect(page.suite.bodies('requests')).toEqual([]);
    await type('erasure-number', '3');
    await click('erasure-confirm');
    expect(page.suite.bodies('requests')).toMatchObject([
      { extensions: { [domain]: { addresses: ['192.0.2.7'], confirmation: 'token' } } },
    ]);
  });

  it('leads back to the question when others are found by then', async () => {
    const problem = { code: 'confirmation-required', subjects: 2, confirmation: 'newer' };
    page.answers['POST requests'] = [{ ...refused('internal', false), problem }, ok({})];
    await show();
    await find('192.0.2.7');
    await click('erasure-submit');
    await click('erasure-confirm');
    expect(get('erasure-question')?.dataset['subjects']).toBe('2');
    expect(text('erasure-question')).toContain('has changed meanwhile');
    expect(get('subject-term')).not.toBeNull();
  });

  it('may be tried again', async () => {
    page.answers['POST requests'] = [refused('unavailable', true), ok({})];
    await show();
    await find('192.0.2.7');
    await click('erasure-submit');
    await click('erasure-confirm');
    expect(get('erasure-problem')).not.toBeNull();
    await click('erasure-again');
    expect(get('erasure')).not.toBeNull();
  });
});

describe('what is held', () => {
  it('is shown, as text, with what is damaged, and hidden again', async () => {
    await show();
    await find('mia@a.example');
    await click('access-show');
    expect(page.root.querySelectorAll('[data-testid=access-scope]')).toHaveLength(2);
    expect(text('access')).toContain('<b>Where?</b>');
    expect(text('access')).toContain('Hello');
    expect(text('access')).toContain('unheardOf');
    expect(text('access-damaged')).toContain('messages 2');
    await click('access-close');
    expect(get('access')).toBeNull();
  });

  it('goes when another person is looked for', async () => {
    await show();
    await find('mia@a.example');
    await click('access-show');
    await type('subject-field', 'zoe@a.example');
    await click('subject-add');
    expect(get('access')).toBeNull();
  });

  it('goes when the browser leaves the page', async () => {
    await show();
    await find('mia@a.example');
    await click('access-show');
    await type('subject-field', 'zoe@a.example');
    await act(() => void dispatchEvent(new Event('pagehide')));
    expect((get('subject-field') as HTMLInputElement).value).toBe('');
    expect(get('access')).toBeNull();
    expect(get('subject-term')).toBeNull();
  });
});
