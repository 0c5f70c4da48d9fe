import { describe, expect, it } from 'vitest';
import { emptyDesk, withConnection } from './desk-model';

const first = '2026-01-01T10:15:00Z';
const later = '2026-01-01T10:20:00Z';

describe('a cut', () => {
  it('lasts from the first loss until the connection is open, whatever is tried meanwhile', () => {
    const opening = withConnection(emptyDesk, 'connecting', first);
    expect(opening.cutAt).toBeUndefined();
    const cut = withConnection(opening, 'waiting', first);
    const tried = withConnection(withConnection(cut, 'connecting', later), 'waiting', later);
    expect([cut.cutAt, tried.cutAt]).toEqual([first, first]);
    expect(withConnection(tried, 'open', later)).toEqual({ ...emptyDesk, connection: 'open' });
  });
});
