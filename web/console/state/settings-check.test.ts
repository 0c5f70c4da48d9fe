import { describe, expect, it } from 'vitest';
import { wrongLines } from './settings-check';

describe('the settings', () => {
  it('are right when every line is', () => {
    const settings = {
      id: 'acme',
      name: 'Acme',
      transcripts: { enabled: true, recipients: ['team@shop.example'], copyToVisitor: false },
      offline: { recipients: [] },
      hiddenParameters: ['order'],
      identifiers: ['Customer No.', 'رقم العميل', 'n'.repeat(64)],
      allowedOrigins: ['https://shop.example', 'http://localhost:8080'],
    };
    expect([...wrongLines(settings)]).toEqual([]);
  });

  it('name the first wrong line of each list', () => {
    const settings = {
      id: 'acme',
      name: 'Acme',
      transcripts: {
        enabled: true,
        recipients: ['a@x.example', 'mia@invalid'],
        copyToVisitor: false,
      },
      offline: { recipients: ['nobody'] },
      hiddenParameters: ['order=1'],
      identifiers: ['n'.repeat(65)],
      allowedOrigins: ['https://shop.example/', 'shop.example'],
    };
    expect(Object.fromEntries(wrongLines(settings))).toEqual({
      recipients: 'mia@invalid',
      offlineRecipients: 'nobody',
      hiddenParameters: 'order=1',
      identifiers: 'n'.repeat(65),
      origins: 'https://shop.example/',
    });
  });

  it.each([
    ['longer than a name may be', 'n'.repeat(65)],
    ['of too many units, if not of too many letters', '🙂'.repeat(33)],
    ['with a tab', 'Customer\tNo.'],
    ['in two lines', 'Customer\u2028No.'],
    ['that turns what follows', 'Customer \u202ENo.'],
    ['with half a letter', 'Customer \uD83D'],
    ['that nobody sees', '\u200B\u2800'],
  ])('have no detail by a name %s', (_, name) => {
    const settings = { id: 'acme', name: 'Acme', identifiers: ['Customer No.', name] };
    expect(Object.fromEntries(wrongLines(settings))).toEqual({ identifiers: name });
  });
});
