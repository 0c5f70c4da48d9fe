// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSuite, ok, refused } from '../../state/privacy/fake-suite';
import { PrivacySection } from '../privacy-section';
import { PrivacyPage } from './privacy-page';

const at = '2026-01-01T10:00:00Z';
const found = { subjects: 1, visits: 1, chats: 2, letters: 0, since: at };
const several = { ...found, subjects: 3, confirmation: 'token' };
const domain = 'dsr.example';
const receipt = {
  receipt: 'r-1',
  account: 'acme',
  received: at,
  effective: at,
  completed: at,
  destroyed: { visit: 1, chat: 2 },
  jws: 'a.b.c',
  entry: 7,
  digest: 'd',
};
const held = {
  account: 'acme',
  at,
  visits: [],
  chats: [
    {
      chat: 'c1',
      form: { name: 'Mia', question: '<b>Where?</b>' },
      messages: [{ seq: 1, at, from: 'visitor', content: { text: 'Hello' } }],
      files: [],
      damaged: [{ slot: 'messages', entry: '2' }],
    },
  ],
  letters: [{ letter: 'l1', kind: 'offline-message', content: { unheardOf: 'x' }, damaged: [] }],
};

let root: HTMLElement;
let answers: ConstructorParameters<typeof FakeSuite>[0];
let suite: FakeSuite;

beforeEach(() => {
  vi.useFakeTimers();
  answers = {
    'POST v1/subjects/find': [ok(found)],
    'POST v1/subjects/access': [ok(held)],
    'GET discovery': [ok({ supported_extensions: { [domain]: ['visits'] } })],
    'POST requests': [ok({})],
    'GET requests': [
      ok({
        request_status: 'in_progress',
        extensions: { [domain]: { effective_time: at, waiting_for: ['chat-service'] } },
      }),
      ok({
        request_status: 'completed',
        extensions: { [domain]: { receipt: 'r-1', waiting_for: [] } },
      }),
    ],
    'GET v1/receipts': [ok(receipt)],
    'GET .well-known': [ok({ keys: [] })],
    'GET v1/data-map': [
      ok({
        categories: [
          { category: 'visit', contents: ['page trail'], destroyed: 'soon', lifetime: 'PT2M50S' },
          { category: 'new', contents: [], destroyed: 'some day' },
        ],
        topics: [{ topic: 'lethe.new.v1', personalData: false, retention: 'PT168H' }],
      }),
    ],
    'GET v1/ledger': [ok({ account: 'acme', entries: [] })],
  };
  suite = new FakeSuite(answers);
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

afterEach(() => {
  void act(() => render(null, root));
  vi.useRealTimers();
});

const get = (id: string) => root.querySelector<HTMLElement>(`[data-testid=${id}]`);
const text = (id: string) => get(id)?.textContent ?? '';
const focused = () => (document.activeElement as HTMLElement | null)?.dataset['testid'];

/** Lets what is asked be answered and drawn. */
async function settle(millis = 0): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(millis);
  });
}

async function show(accounts: readonly string[] = ['acme']): Promise<void> {
  await act(() => render(<PrivacyPage suite={suite} accounts={accounts} />, root));
}

async function click(id: string): Promise<void> {
  await act(() => get(id)?.click());
  await settle();
}

async function type(id: string, value: string): Promise<void> {
  await act(() => {
    const field = get(id) as HTMLInputElement;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function find(value: string): Promise<void> {
  await type('subject-field', value);
  await click('subject-find');
}

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
    await find('4711471147');
    const kind = get('subject-kind') as HTMLSelectElement;
    await act(() => {
      kind.value = 'customer';
      kind.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(get('subject-found')?.hidden).toBe(true);
    await click('subject-find');
    expect(suite.bodies('v1/subjects/find').at(-1)).toEqual({
      match: 'any',
      customerIds: ['4711471147'],
    });
  });

  it('is sent where it has to be mended first', async () => {
    await show();
    await find('10.0.0.0/8');
    expect(suite.asked).toEqual([]);
    expect(text('subject-term')).toContain('/16 to /32');
    expect(focused()).toBe('subject-kind');
  });

  it('is asked for, if nobody is named', async () => {
    await show();
    await click('subject-find');
    expect(text('subject-wanting')).toBe('Name a person first.');
    expect(suite.asked).toEqual([]);
  });

  it('is one of several, or has all of it', async () => {
    await show();
    await type('subject-field', 'mia@a.example');
    await click('subject-add');
    expect(get('subject-all')).toBeNull();
    expect(suite.asked).toEqual([]);
    await type('subject-field', '192.0.2.7');
    await click('subject-add');
    await click('subject-all');
    await click('subject-find');
    expect(suite.bodies('v1/subjects/find')).toEqual([
      { match: 'all', emails: ['mia@a.example'], addresses: ['192.0.2.7'] },
    ]);
  });

  it('is told plainly, where nothing is held', async () => {
    answers['POST v1/subjects/find'] = [ok({ subjects: 0, visits: 0, chats: 0, letters: 0 })];
    await show();
    await find('mia@a.example');
    expect(get('subject-found')?.dataset['state']).toBe('nothing');
    expect(text('subject-found')).toContain('Nothing is held of whom you named.');
    expect(get('erasure-submit')).toBeNull();
  });

  it('is refused with the reason in words', async () => {
    const error = { errors: [{ reason: 'unmarked_detail' }] };
    answers['POST v1/subjects/find'] = [
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
    expect(suite.bodies('requests')).toEqual([]);
  });

  it('is followed by service, to the receipt in words', async () => {
    await show();
    await find('mia@a.example');
    await click('erasure-submit');
    await click('erasure-confirm');
    expect(get('erasure')?.dataset['state']).toBe('working');
    const states = [...root.querySelectorAll<HTMLElement>('[data-testid=erasure-service]')];
    expect(states.map(({ dataset }) => [dataset['service'], dataset['state']])).toEqual([
      ['presence-service', 'done'],
      ['chat-service', 'waiting'],
      ['file-relay-service', 'done'],
      ['mail-dispatch-service', 'done'],
    ]);
    expect(text('erasure')).toContain('3 of 4 services have confirmed');
    expect(root.innerText + root.textContent).not.toContain('mia@');
    await settle(1_000);
    expect(text('receipt')).toContain('Destroyed: 1 visit and 2 chats.');
    expect(get('receipt-verdict')?.dataset['verified']).toBe('false');
    await act(() => get('erasure-done')?.click());
    expect(focused()).toBe('subject-field');
    expect(get('subject-term')).toBeNull();
  });

  it('of several persons goes by their number only', async () => {
    answers['POST v1/subjects/find'] = [ok(several)];
    await show();
    await find('192.0.2.7');
    expect(text('subject-persons')).toContain('up to 3 persons');
    await click('erasure-submit');
    await type('erasure-number', '1');
    await click('erasure-confirm');
    expect(text('erasure-wrong')).not.toBe('');
    expect(focused()).toBe('erasure-number');
    expect(suite.bodies('requests')).toEqual([]);
    await type('erasure-number', '3');
    await click('erasure-confirm');
    expect(suite.bodies('requests')).toMatchObject([
      { extensions: { [domain]: { addresses: ['192.0.2.7'], confirmation: 'token' } } },
    ]);
  });

  it('leads back to the question when others are found by then', async () => {
    const problem = { code: 'confirmation-required', subjects: 2, confirmation: 'newer' };
    answers['POST requests'] = [{ ...refused('internal', false), problem }, ok({})];
    await show();
    await find('192.0.2.7');
    await click('erasure-submit');
    await click('erasure-confirm');
    expect(get('erasure-question')?.dataset['subjects']).toBe('2');
    expect(text('erasure-question')).toContain('has changed meanwhile');
    expect(get('subject-term')).not.toBeNull();
  });

  it('may be tried again', async () => {
    answers['POST requests'] = [refused('unavailable', true), ok({})];
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
    expect(root.querySelectorAll('[data-testid=access-scope]')).toHaveLength(2);
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
    await act(() => void dispatchEvent(new Event('pagehide')));
    expect(get('access')).toBeNull();
    expect(get('subject-term')).toBeNull();
  });
});

describe('the other parts', () => {
  it('tell what is held of anybody, as far as there are words', async () => {
    await show();
    await click('privacy-dataMap');
    const rows = [...root.querySelectorAll('[data-testid=data-map-row]')];
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      [
        'Visits',
        'page trail',
        'at the latest the time set here after the last sign of life',
        '170 seconds',
        'no limit',
      ],
      ['new', '', 'some day', 'kept', 'no limit'],
    ]);
    expect(text('data-map')).toContain('7 days');
  });

  it('tell the ledger in words', async () => {
    const scopes = { visit: { left: 2 }, letter: { dispatched: 1 } };
    const facts = [
      { type: 'scopes-destroyed', from: at, until: at, scopes },
      {
        type: 'subject-erased',
        receipt: 'r-1',
        received: at,
        effective: at,
        completed: at,
        scopes: { chat: 1 },
        signed: 'a.b.c',
      },
      { type: 'action-taken', by: 'staff', action: 'subject-shown', at },
      { type: 'of-tomorrow' },
    ];
    const entries = facts.map((fact, index) => ({ number: index + 1, fact }));
    suite.ask = (({ path }: { path: string }) => {
      const after = Number(new URL(path, 'https://a.example').searchParams.get('after'));
      const keys = { keys: [] };
      return Promise.resolve(
        ok(path.startsWith('.well-known') ? keys : { entries: entries.slice(after) }),
      );
    }) as never;
    await show();
    await click('privacy-ledger');
    const told = [...root.querySelectorAll('[data-testid=ledger-entry]')].map((each) =>
      each.textContent.replace(/\d+ Jan.*?[AP]M|Jan .*?M/g, ''),
    );
    expect(told[0]).toContain('does not know');
    expect(told[1]).toContain('Support staff of the processor: looked at what was held.');
    expect(told[2]).toContain('A person’s data was erased: 1 chat.');
    expect(told[3]).toContain('2 visits: the visitor had left');
    expect(told[3]).toContain('1 mail: a mail server had taken it');
    await click('ledger-check');
    expect(get('receipt-verdict')?.dataset['verified']).toBe('false');
  });

  it('are of one account at a time', async () => {
    await show(['acme', 'beta']);
    await find('mia@a.example');
    await act(() => {
      const account = get('privacy-account') as HTMLSelectElement;
      account.value = 'beta';
      account.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(get('subject-term')).toBeNull();
    await find('mia@a.example');
    expect(suite.asked.map(({ headers }) => headers?.['Lethe-Account'])).toEqual(['acme', 'beta']);
  });
});

describe('the page', () => {
  it('comes when it is opened', async () => {
    const Page = () => <p data-testid="there" />;
    const fetchPage = () => Promise.resolve({ PrivacyPage: Page });
    await act(() =>
      render(<PrivacySection suite={suite} accounts={[]} fetchPage={fetchPage} />, root),
    );
    await settle();
    expect(get('there')).not.toBeNull();
  });

  it('says so when it can’t be fetched', async () => {
    const fetchPage = () => Promise.reject(new TypeError());
    await act(() =>
      render(<PrivacySection suite={suite} accounts={[]} fetchPage={fetchPage} />, root),
    );
    await settle();
    expect(text('privacy-missing')).toContain('could not be loaded');
  });
});
