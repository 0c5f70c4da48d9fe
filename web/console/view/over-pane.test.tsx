// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ending } from '../../conversation/conversation';
import { en } from '../messages/en';
import type { Suite } from '../transport/suite';
import { OverPane } from './over-pane';

const at = '2026-01-01T10:00:00.000Z';
const receipt = 'r07-0123456789abcdef0123456789';
const reference = '7K3F9-QXM2D';
const ask = vi.fn();
let page: HTMLElement;

beforeEach(() => {
  page = document.createElement('div');
});

function show(ending: Ending): void {
  const suite = { ask } as unknown as Suite;
  const tab = { kind: 'over', chat: 'c07-chat', ending } as const;
  void act(() => render(<OverPane tab={tab} suite={suite} onDismiss={() => undefined} />, page));
}

const part = (testid: string) => page.querySelector<HTMLElement>(`[data-testid=${testid}]`);

describe('a chat that is over', () => {
  it('is shown with the number of its receipt, and says why it can’t be kept', async () => {
    ask.mockResolvedValueOnce({ ok: false, code: 'unavailable', retryable: true });
    show({ reason: 'visitor', destroyed: { messages: 2, files: 0, at, receipt, reference } });

    expect(part('receipt-number')?.textContent).toBe(receipt);
    expect(part('reference-number')?.textContent).toBe(reference);
    await act(() => part('receipt-save')?.click());

    await vi.waitFor(() =>
      expect(part('receipt-problem')?.textContent).toBe(en.problems.unavailable),
    );
  });

  it('has no receipt when it was lost, or nothing is left that tells of its end', () => {
    show({ lost: true });
    expect(part('receipt-number')).toBeNull();
    show({ reason: 'erasure', destroyed: { messages: 2, files: 0, at } });
    expect(part('receipt-number')).toBeNull();
    expect(part('reference-number')).toBeNull();
  });
});
