import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, vi } from 'vitest';
import { FakeSuite, ok } from '../../state/privacy/fake-suite';
import { PrivacyPage } from './privacy-page';

export const at = '2026-01-01T10:00:00Z';
export const found = { subjects: 1, visits: 1, chats: 2, letters: 0, since: at };
export const domain = 'dsr.example';
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

/** The page in tests, with a suite whose answers can be changed until they are asked for. */
export function privacyPage() {
  const page = {
    root: document.createElement('div'),
    answers: {} as ConstructorParameters<typeof FakeSuite>[0],
    suite: new FakeSuite({}),
  };

  beforeEach(() => {
    vi.useFakeTimers();
    page.answers = {
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
      'GET v1/requests/waiting': [ok({ account: 'acme', requests: [] })],
      'GET v1/ledger': [ok({ account: 'acme', entries: [] })],
    };
    page.suite = new FakeSuite(page.answers);
    page.root = document.createElement('div');
    document.body.replaceChildren(page.root);
  });

  afterEach(() => {
    void act(() => render(null, page.root));
    vi.useRealTimers();
  });

  const get = (id: string) => page.root.querySelector<HTMLElement>(`[data-testid=${id}]`);
  const text = (id: string) => get(id)?.textContent ?? '';
  const focused = () => (document.activeElement as HTMLElement | null)?.dataset['testid'];

  /** What somebody had the page ask; what waits it asks for by itself. */
  const asked = () => page.suite.asked.filter(({ path }) => path !== 'v1/requests/waiting');

  /** Lets what is asked be answered and drawn. */
  async function settle(millis = 0): Promise<void> {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(millis);
    });
  }

  async function show(accounts: readonly string[] = ['acme'], isStaff = false): Promise<void> {
    await act(() =>
      render(<PrivacyPage suite={page.suite} accounts={accounts} isStaff={isStaff} />, page.root),
    );
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

  return { page, get, text, focused, asked, settle, show, click, type, find };
}
