// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { Suite } from '../transport/suite';
import { SettingsPage } from './settings-page';

const held = { id: 'acme', name: 'Acme', allowedOrigins: ['https://shop.example'] };
const ask = vi.fn().mockResolvedValue({ ok: true, value: held, etag: '"1"' });

describe('the settings page', () => {
  it('lets staff act only when that is said', async () => {
    const saves = vi.fn((operation: { readonly body?: unknown }) =>
      Promise.resolve({ ok: true, value: operation.body ?? held, etag: '"1"' }),
    );
    document.body.replaceChildren();
    await act(() =>
      render(<SettingsPage suite={{ ask: saves } as unknown as Suite} />, document.body),
    );
    const find = (name: string) =>
      document.querySelector<HTMLInputElement>(`[data-testid=settings-${name}]`);
    await vi.waitFor(() => expect(find('staff-may-act')).not.toBeNull());
    expect(find('staff-may-act')?.checked).toBe(false);
    await act(() => find('staff-may-act')?.click());
    await act(() => void find('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
    expect(saves).toHaveBeenLastCalledWith(
      expect.objectContaining({ body: { ...held, staffMayAct: true } }),
    );
  });

  it('keeps the names of details that name a person', async () => {
    const saves = vi.fn((operation: { readonly body?: unknown }) =>
      Promise.resolve({ ok: true, value: operation.body ?? held, etag: '"1"' }),
    );
    document.body.replaceChildren();
    await act(() =>
      render(<SettingsPage suite={{ ask: saves } as unknown as Suite} />, document.body),
    );
    const find = (name: string) =>
      document.querySelector<HTMLTextAreaElement>(`[data-testid=settings-${name}]`);
    await vi.waitFor(() => expect(find('identifiers')).not.toBeNull());
    const field = find('identifiers');
    await act(() => {
      if (field !== null) {
        field.value = 'Customer No.\n';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await act(() => void find('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
    expect(saves).toHaveBeenLastCalledWith(
      expect.objectContaining({ body: { ...held, identifiers: ['Customer No.'] } }),
    );
  });

  it('names a wrong line at its field, goes there, and saves nothing', async () => {
    document.body.replaceChildren();
    await act(() => render(<SettingsPage suite={{ ask } as unknown as Suite} />, document.body));
    const field = (name: string) =>
      document.querySelector<HTMLTextAreaElement>(`[data-testid=settings-${name}]`);
    await vi.waitFor(() => expect(field('origins')).not.toBeNull());
    const origins = field('origins');
    await act(() => {
      if (origins !== null) {
        origins.value = 'https://shop.example\nshop.example';
        origins.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    expect(field('origins-problem')?.textContent).toBe('');
    await act(() => void field('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
    expect(field('origins-problem')?.textContent).toContain(': shop.example');
    expect(field('recipients-problem')?.textContent).toBe('');
    expect(document.activeElement).toBe(origins);
    expect(ask).toHaveBeenCalledOnce();
  });
});
