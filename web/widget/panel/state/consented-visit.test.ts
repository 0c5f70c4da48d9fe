import { beforeEach, expect, it } from 'vitest';
import type { Result } from '../../../transport/http';
import { notingSocket } from '../../../transport/fake-socket';
import { ConsentedVisit } from './consented-visit';
import { VisitKeeper } from './visit-keeper';

const GONE = { ok: false, code: 'scope-destroyed', retryable: false } as const;

let opened: number;
let keeper: VisitKeeper;
let visit: ConsentedVisit;

beforeEach(() => {
  opened = 0;
  keeper = new VisitKeeper({
    open: () => {
      opened += 1;
      const name = `visit-${String(opened)}`;
      return Promise.resolve({
        ok: true,
        value: { visit: name, token: `token-of-${name}`, heartbeatSeconds: 30 },
      });
    },
    leave: () => undefined,
    page: () => ({ url: 'https://shop.example/', title: 'Shop' }),
    details: () => ({}),
    socket: () => ({ ...notingSocket([]), drop: () => undefined }),
    onVisit: () => undefined,
    onErased: () => undefined,
    onExpired: () => undefined,
    onSilence: () => undefined,
  });
  visit = new ConsentedVisit(
    keeper,
    () => ({ account: 'acme', page: { url: 'https://shop.example/' } }),
    () => undefined,
  );
  visit.agree({ text: 'Yes' }, 'site');
});

/** Answers for the first visit only when told to; for any other at once. */
function held(): { make: (token: string) => Promise<Result<string>>; refuse: () => void } {
  let refuse = (): void => undefined;
  const refused = new Promise<Result<string>>((resolve) => {
    refuse = () => {
      resolve(GONE);
    };
  });
  return {
    make: (token) =>
      token === 'token-of-visit-1' ? refused : Promise.resolve({ ok: true, value: token }),
    refuse: () => {
      refuse();
    },
  };
}

it('is opened anew for a call that finds it gone', async () => {
  const call = held();
  const answer = visit.call(call.make);
  call.refuse();
  expect(await answer).toEqual({ ok: true, value: 'token-of-visit-2' });
  expect(keeper.current?.visit).toBe('visit-2');
});

it('is not stopped by a call that hears late of the one before it', async () => {
  const early = held();
  const late = held();
  const first = visit.call(early.make);
  const second = visit.call(late.make);
  early.refuse();
  expect(await first).toEqual({ ok: true, value: 'token-of-visit-2' });

  late.refuse();

  expect(await second).toEqual({ ok: true, value: 'token-of-visit-2' });
  expect(keeper.current?.visit).toBe('visit-2');
  expect(opened).toBe(2);
});
