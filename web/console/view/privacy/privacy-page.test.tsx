// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { ok } from '../../state/privacy/fake-suite';
import { PrivacySection } from '../privacy-section';
import { at, privacyPage } from './page-in-test';

const { page, get, text, settle, show, click, find } = privacyPage();

describe('the other parts', () => {
  it('tell what is held of anybody, as far as there are words', async () => {
    await show();
    await click('privacy-dataMap');
    const rows = [...page.root.querySelectorAll('[data-testid=data-map-row]')];
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
      { type: 'action-taken', by: 'privacy-officer', action: 'confirmed', at },
      { type: 'action-taken', by: 'staff', action: 'subject-looked-for', at },
      { type: 'action-taken', by: 'staff', action: 'of-tomorrow', at },
      { type: 'of-tomorrow' },
    ];
    const entries = facts.map((fact, index) => ({ number: index + 1, fact }));
    page.suite.ask = (({ path }: { path: string }) => {
      const after = Number(new URL(path, 'https://a.example').searchParams.get('after'));
      const keys = { keys: [] };
      return Promise.resolve(
        ok(path.startsWith('.well-known') ? keys : { entries: entries.slice(after) }),
      );
    }) as never;
    await show();
    await click('privacy-ledger');
    const told = [...page.root.querySelectorAll('[data-testid=ledger-entry]')].map((each) =>
      each.textContent.replace(/\d+ Jan.*?[AP]M|Jan .*?M/g, ''),
    );
    expect(told[0]).toContain('does not know');
    expect(told[1]).toContain('Support staff of the processor: did something that this page');
    expect(told[2]).toContain('Support staff of the processor: looked for how many persons');
    expect(told[3]).toContain('A privacy officer: confirmed what staff had asked for.');
    expect(told[4]).toContain('Support staff of the processor: looked at what was held.');
    expect(told[5]).toContain('A person’s data was erased: 1 chat.');
    expect(told[6]).toContain('2 visits: the visitor had left');
    expect(told[6]).toContain('1 mail: a mail server had taken it');
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
    const finds = page.suite.asked.filter(({ path }) => path === 'v1/subjects/find');
    expect(finds.map(({ headers }) => headers?.['Lethe-Account'])).toEqual(['acme', 'beta']);
    const asked = page.suite.asked.map(({ headers }) => headers?.['Lethe-Account']);
    expect(asked).not.toContain(undefined);
  });
});

describe('the page', () => {
  it('comes when it is opened', async () => {
    const Page = () => <p data-testid="there" />;
    const fetchPage = () => Promise.resolve({ PrivacyPage: Page });
    await act(() =>
      render(<PrivacySection suite={page.suite} accounts={[]} fetchPage={fetchPage} />, page.root),
    );
    await settle();
    expect(get('there')).not.toBeNull();
  });

  it('says so when it can’t be fetched', async () => {
    const fetchPage = () => Promise.reject(new TypeError());
    await act(() =>
      render(<PrivacySection suite={page.suite} accounts={[]} fetchPage={fetchPage} />, page.root),
    );
    await settle();
    expect(text('privacy-missing')).toContain('could not be loaded');
  });
});
