import { expect, it } from 'vitest';
import type { Passed } from '../host';
import { passOn } from './passed';

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
