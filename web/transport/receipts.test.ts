// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import type { ChatReceiptView } from '../protocol/generated';
import { saveChatReceipt } from './receipts';

const receipt = 'r07-0123456789abcdef0123456789';

it('keeps the signed text under the number', async () => {
  const clicked = vi
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(() => undefined);
  const made = vi.spyOn(URL, 'createObjectURL');
  const value = { receipt, jws: 'a.b.c' } as ChatReceiptView;
  const ask = vi.fn().mockResolvedValue({ ok: true, value });

  expect(await saveChatReceipt(ask, receipt)).toBeUndefined();

  expect(ask).toHaveBeenCalledWith(
    expect.objectContaining({ method: 'GET', path: `v1/receipts/chats/${receipt}` }),
  );
  expect((clicked.mock.contexts[0] as HTMLAnchorElement).download).toBe(`${receipt}.jws`);
  expect(await (made.mock.calls[0]?.[0] as Blob).text()).toBe('a.b.c');
});

it('keeps nothing that did not come', async () => {
  const made = vi.spyOn(URL, 'createObjectURL').mockClear();
  const ask = vi.fn().mockResolvedValue({ ok: false, code: 'not-found', retryable: false });

  expect(await saveChatReceipt(ask, receipt)).toBe('not-found');

  expect(made).not.toHaveBeenCalled();
});
