import { describe, expect, it, vi } from 'vitest';
import { SHOWN_MILLIS } from './access';
import { FakeSuite, ok, refused } from './fake-suite';
import { PrivacyDesk } from './privacy-desk';

const held = { account: 'acme', at: '2026-01-01T10:00:00Z', visits: [], chats: [], letters: [] };
const found = { subjects: 1, visits: 1, chats: 0, letters: 0 };
const map = { categories: [], topics: [] };
const selectors = { match: 'any', emails: ['mia@a.example'] } as const;

const suiteOf = (more: ConstructorParameters<typeof FakeSuite>[0] = {}) =>
  new FakeSuite({
    'POST v1/subjects/find': [ok(found)],
    'POST v1/subjects/access': [ok(held)],
    'GET v1/data-map': [ok(map)],
    'GET discovery': [ok({ supported_extensions: { 'dsr.example': ['visits'] } })],
    'POST requests': [ok({})],
    'GET requests': [ok({ request_status: 'completed', extensions: {} })],
    ...more,
  });
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the page of privacy officers', () => {
  it('knows nothing of the person any more when it is left', async () => {
    const desk = new PrivacyDesk(suiteOf());
    desk.find.add('mia@a.example');
    await desk.find.find();
    await desk.access.show(selectors, found);
    desk.erasure.consider(selectors, 1);
    expect(JSON.stringify(desk.find.store.get())).toContain('mia');
    expect(desk.access.store.get()).toEqual({ kind: 'held', held, subjects: 1 });
    desk.forget();
    expect(JSON.stringify(desk.find.store.get())).not.toContain('mia');
    expect(desk.access.store.get()).toEqual({ kind: 'none' });
    expect(desk.erasure.store.get()).toEqual({ kind: 'none' });
    expect(desk.erasure.confirm('')).toBe(false);
  });

  it('knows nothing of the person any more when the erasure is taken', async () => {
    const desk = new PrivacyDesk(suiteOf());
    desk.find.add('mia@a.example');
    await desk.access.show(selectors, found);
    desk.erasure.consider(selectors, 1);
    desk.erasure.confirm('');
    await settled();
    expect(desk.find.store.get().terms).toEqual([]);
    expect(desk.access.store.get().kind).toBe('none');
    expect(desk.erasure.store.get().kind).toBe('completed');
  });

  it('keeps who is meant while the erasure may have to be sent again', async () => {
    const desk = new PrivacyDesk(suiteOf({ 'POST requests': [refused('unavailable', true)] }));
    desk.find.add('mia@a.example');
    desk.erasure.consider(selectors, 1);
    desk.erasure.confirm('');
    await settled();
    expect(desk.find.store.get().terms).toHaveLength(1);
    expect(desk.erasure.store.get().kind).toBe('failed');
  });

  it('asks and shows nothing about whom it found when another is looked for', async () => {
    const desk = new PrivacyDesk(suiteOf());
    desk.find.add('mia@a.example');
    await desk.find.find();
    await desk.access.show(selectors, found);
    desk.erasure.consider(selectors, 1);
    desk.find.add('zoe@a.example');
    expect(desk.access.store.get().kind).toBe('none');
    expect(desk.erasure.store.get().kind).toBe('none');
  });

  it('follows an erasure while another is looked for', async () => {
    const working = ok({ request_status: 'in_progress', extensions: {} });
    const desk = new PrivacyDesk(suiteOf({ 'GET requests': [working] }));
    desk.erasure.consider(selectors, 1);
    desk.erasure.confirm('');
    await settled();
    desk.find.add('zoe@a.example');
    expect(desk.erasure.store.get().kind).toBe('working');
    desk.forget();
  });

  it('asks for one account, where there are several', async () => {
    const suite = suiteOf();
    const desk = new PrivacyDesk(suite, 'acme');
    await desk.dataMap.load();
    await desk.access.show(selectors, found);
    expect(suite.asked.map(({ headers }) => headers)).toEqual([
      { 'Lethe-Account': 'acme' },
      { 'Lethe-Account': 'acme' },
    ]);
  });

  it('shows several persons’ data to who was told of them, and asks to look again if there are others', async () => {
    const problem = { code: 'confirmation-required', subjects: 4, confirmation: 'newer' };
    const suite = suiteOf({
      'POST v1/subjects/access': [ok(held), { ...refused('internal', false), problem }],
    });
    const { access } = new PrivacyDesk(suite);
    await access.show(selectors, { ...found, subjects: 3, confirmation: 'token' });
    expect(suite.bodies('v1/subjects/access')).toEqual([{ ...selectors, confirmation: 'token' }]);
    expect(access.store.get()).toMatchObject({ kind: 'held', subjects: 3 });
    await access.show(selectors, { ...found, subjects: 3, confirmation: 'token' });
    expect(access.store.get()).toEqual({ kind: 'changed' });
  });

  it('shows what is held for a quarter of an hour at most', async () => {
    vi.useFakeTimers();
    const desk = new PrivacyDesk(suiteOf());
    await desk.access.show(selectors, found);
    vi.advanceTimersByTime(SHOWN_MILLIS - 5_001);
    expect(desk.access.store.get().kind).toBe('held');
    await desk.access.show(selectors, found);
    vi.advanceTimersByTime(SHOWN_MILLIS - 5_001);
    expect(desk.access.store.get().kind).toBe('held');
    vi.advanceTimersByTime(5_001);
    expect(desk.access.store.get()).toEqual({ kind: 'none' });
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('does not show an answer that comes when it was left', async () => {
    const desk = new PrivacyDesk(suiteOf());
    const asked = desk.access.show(selectors, found);
    desk.forget();
    await asked;
    expect(desk.access.store.get()).toEqual({ kind: 'none' });
  });

  it('fetches the data map once, or until it is there', async () => {
    const suite = suiteOf({ 'GET v1/data-map': [refused('unavailable', true), ok(map)] });
    const { dataMap } = new PrivacyDesk(suite);
    await dataMap.load();
    expect(dataMap.store.get()).toEqual({ kind: 'failed', problem: 'unavailable' });
    await dataMap.load();
    await dataMap.load();
    expect(dataMap.store.get()).toEqual({ kind: 'there', value: map });
    expect(suite.asked).toHaveLength(2);
  });
});
