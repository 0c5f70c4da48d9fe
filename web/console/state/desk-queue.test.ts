import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueuedChat } from '../../protocol/generated';
import { notingSocket } from '../../transport/fake-socket';
import { DeskKeeper } from './desk-keeper';
import type { DeskEvents } from './desk-ports';
import { at, deskPorts, queued, ready } from './fake-desk';

let plan: DeskEvents;
let keeper: DeskKeeper;

beforeEach(() => {
  keeper = new DeskKeeper(
    deskPorts({
      socket: (its) => {
        plan = its;
        return notingSocket([], () => true);
      },
    }),
  );
  plan.onFrame(ready);
});

afterEach(() => keeper.stop());

describe('the queue', () => {
  const queue = () => keeper.store.get().queue.map(({ chat: each }) => each);
  const waits = (id: string, since: string): QueuedChat => ({ ...queued, chat: id, since });

  it('comes as changes, and stands in the order of waiting', () => {
    const second = waits('c2', '2026-01-01T10:01:00Z');
    const third = waits('c3', '2026-01-01T10:02:00Z');
    plan.onFrame({ type: 'queue', chats: [queued, third], gone: [] });
    plan.onFrame({ type: 'queue', chats: [second], gone: ['c1'] });
    expect(queue()).toEqual(['c2', 'c3']);
    plan.onFrame({ type: 'queue', chats: [{ ...third, name: 'Bea' }], gone: [] });
    expect(keeper.store.get().queue.map(({ name }) => name)).toEqual(['Ada', 'Bea']);
  });

  it('begins anew with each connection, and shows the old one until then', () => {
    plan.onFrame({ type: 'queue', chats: [queued], gone: [] });
    plan.onFrame(ready);
    expect(queue()).toEqual(['c1']);
    plan.onFrame({ type: 'queue', chats: [waits('c2', at)], gone: [] });
    expect(queue()).toEqual(['c2']);
  });
});
