// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DRAFT_MILLIS, Drafts } from './drafts';
import { tabMemory } from './tab-memory';

const visit = { visit: 'v17-visit', token: 'visit-token', heartbeatSeconds: 30 };
const written = { question: 'a secret' };

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  tabMemory('acme').write({ visit });
});

afterEach(() => vi.useRealTimers());

/** As a page that is loaded has them. */
function drafts(): Drafts {
  return new Drafts(tabMemory('acme'), () => Date.now());
}

const stored = () => JSON.stringify(Object.entries(sessionStorage));

describe('a draft', () => {
  it('is there on the next page, for what it was written in', () => {
    drafts().keep(written, 'c05-chat');
    expect(drafts().take('c05-chat')).toEqual(written);
  });

  it.each([
    ['a form', undefined, 'c05-chat'],
    ['a chat', 'c05-chat', undefined],
    ['a chat', 'c05-chat', 'c06-chat'],
  ])('of %s is in no other one, and goes', (_, its, other) => {
    drafts().keep(written, its);
    expect(drafts().take(other)).toEqual({});
    expect(stored()).not.toMatch(/secret/);
  });

  it('is not stored when there is nothing in it', () => {
    const page = drafts();
    page.keep(written, undefined);
    page.keep({ question: '  ' }, undefined);
    expect(stored()).not.toMatch(/secret/);
  });

  it('goes alone: what a tab remembers of its visit stays', () => {
    const page = drafts();
    page.keep(written, undefined);
    expect(stored()).toMatch(/secret/);
    page.drop();
    expect(stored()).toContain('visit-token');
    expect(stored()).not.toMatch(/secret/);
  });

  it('works on in the page’s memory where storage is blocked', () => {
    const blocked = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('blocked');
    });
    const page = drafts();
    page.keep(written, undefined);
    expect(page.take(undefined)).toEqual(written);
    blocked.mockRestore();
  });
});

it('is nothing without a visit or a chat', () => {
  sessionStorage.clear();
  drafts().keep(written, undefined);
  expect(sessionStorage).toHaveLength(0);
});

describe('the life of a draft', () => {
  it('ends 170 s after the last sign of its page', () => {
    drafts().keep(written, undefined);
    vi.advanceTimersByTime(DRAFT_MILLIS - 1);
    expect(drafts().take(undefined)).toEqual(written);
    vi.advanceTimersByTime(1);
    expect(drafts().take(undefined)).toEqual({});
    expect(stored()).not.toMatch(/secret/);
  });

  it('is counted from when its page went away', () => {
    const page = drafts();
    page.keep(written, undefined);
    vi.advanceTimersByTime(DRAFT_MILLIS * 2);
    page.sign();
    vi.advanceTimersByTime(DRAFT_MILLIS - 1);
    expect(drafts().take(undefined)).toEqual(written);
  });

  it('is not made longer by a page that does not show it, which removes it in time', () => {
    drafts().keep(written, undefined);
    const next = drafts();
    vi.advanceTimersByTime(DRAFT_MILLIS - 1);
    next.sign();
    expect(stored()).toMatch(/secret/);
    vi.advanceTimersByTime(1);
    expect(stored()).not.toMatch(/secret/);
  });

  it('is over for a page that comes back from a longer sleep', () => {
    const page = drafts();
    page.keep(written, undefined);
    vi.setSystemTime(Date.now() + DRAFT_MILLIS);
    page.look();
    page.sign();
    expect(stored()).not.toMatch(/secret/);
  });

  it('is over when a clock was set back', () => {
    drafts().keep(written, undefined);
    vi.setSystemTime(Date.now() - 1);
    expect(drafts().take(undefined)).toEqual({});
    expect(stored()).not.toMatch(/secret/);
  });
});
