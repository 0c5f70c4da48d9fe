import { afterEach, expect, it, vi } from 'vitest';
import type { Passed } from '../host';
import { passOn } from './passed';

const warn = vi.spyOn(console, 'warn').mockReturnValue();

afterEach(() => warn.mockClear());

const nothing = (): Passed => ({ identity: {}, details: {} });

it('gives what is new of what the site passes', () => {
  const passed = nothing();
  expect(passOn(passed, { plan: 'gold', basket: 0, vip: true })).toEqual({
    plan: 'gold',
    basket: '0',
    vip: 'true',
  });
  expect(passOn(passed, { plan: 'gold', basket: 360 })).toEqual({ basket: '360' });
  expect(passOn(passed, { vip: null })).toEqual({ vip: '' });
  expect(passOn(passed, { vip: null })).toEqual({});
  expect(passed.details).toEqual({ plan: 'gold', basket: '360', vip: '' });
});

it('takes new names where others were taken away, whatever they are called', () => {
  const passed = nothing();
  const names = Array.from({ length: 50 }, (_, index) => `name ${String(index)}`);
  passOn(passed, Object.fromEntries(names.map((name) => [name, 'x'])));
  expect(passOn(passed, { constructor: 'x' })).toEqual({});
  passOn(passed, { 'name 7': null });
  expect(passOn(passed, { constructor: 'x' })).toEqual({ constructor: 'x' });
});

it('bounds what a frame will be', () => {
  const long = (index: number): [string, string] => [`${index}`.padEnd(5_000), 'x'.repeat(5_000)];
  const passed = nothing();
  passOn(passed, Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => long(index))));
  passOn(passed, { 'one more': 'x' });
  // The services take frames of 65,536 characters.
  expect(JSON.stringify(passed.details).length).toBeLessThan(60_000);
});

it('says in the page’s console that no more than twenty are shown, and nothing of what they are', () => {
  const passed = nothing();
  const twenty = Array.from({ length: 20 }, (_, index): [string, string] => [
    `name ${index}`,
    'secret',
  ]);
  passOn(passed, Object.fromEntries(twenty));
  expect(warn).not.toHaveBeenCalled();
  passOn(passed, { 'one more': 'secret' });
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/first 20 details/));
  expect(warn.mock.calls.join()).not.toMatch(/secret|name|one more/);
  passOn(passed, { 'name 7': null });
  expect(warn).toHaveBeenCalledOnce();
});
