import { expect, it } from 'vitest';
import { rows } from '../../words/rows';
import { dataUseOf } from './data-use';

it.each(rows.map((row) => [JSON.stringify(row.settings), row] as const))(
  'means what the services say: %s',
  (_settings, row) => {
    expect(dataUseOf({ id: 'acme', name: 'Acme', ...row.settings })).toEqual(row.use);
  },
);

it('is as private as can be where nothing is said', () => {
  expect(dataUseOf({ id: 'acme', name: 'Acme' })).toMatchObject({
    transcriptToTeam: false,
    transcriptToVisitor: false,
    offlineMessages: false,
  });
});
