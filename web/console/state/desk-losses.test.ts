import { beforeEach, expect, it } from 'vitest';
import { DeskLosses, shownLosses } from './desk-losses';
import { emptyDesk, type DeskModel } from './desk-model';
import { Store } from './store';

const transcript = { kind: 'transcript', reason: 'not-taken', count: 1 } as const;
const one = { letters: [{ ...transcript, last: '2026-01-01T10:00:00Z' }] };
const two = { letters: [{ ...transcript, count: 2, last: '2026-01-01T10:00:00.5Z' }] };
const chats = { count: 3, waited: 2, last: '2026-01-01T11:00:00Z' };

let store: Store<DeskModel>;
let losses: DeskLosses;

beforeEach(() => {
  store = new Store(emptyDesk);
  losses = new DeskLosses(store);
});

const shown = () => shownLosses(store.get());

it('shows nothing before anything is known, or where nothing was lost', () => {
  expect(shown()).toBeUndefined();
  losses.close();
  losses.onLosses({ letters: [] });
  expect(shown()).toBeUndefined();
});

it('shows what was lost until it is closed, and again when more is lost', () => {
  losses.onLosses(one);
  expect(shown()).toEqual(one);
  losses.close();
  expect(shown()).toBeUndefined();
  losses.onLosses(one);
  expect(shown()).toBeUndefined();
  losses.onLosses(two);
  expect(shown()).toEqual(two);
  losses.close();
  losses.onLosses({ ...two, chats });
  expect(shown()).toEqual({ ...two, chats });
});

it('shows nothing again because something of it is a day old', () => {
  losses.onLosses({ ...two, chats });
  losses.close();
  losses.onLosses({ letters: [], chats });
  expect(shown()).toBeUndefined();
});

it('ends by itself', () => {
  losses.onLosses(one);
  losses.onLosses({ letters: [] });
  expect(shown()).toBeUndefined();
});
