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
      allowedOrigins: ['https://shop.example/', 'shop.example'],
    };
    expect(Object.fromEntries(wrongLines(settings))).toEqual({
      recipients: 'mia@invalid',
      offlineRecipients: 'nobody',
      hiddenParameters: 'order=1',
      origins: 'https://shop.example/',
    });
  });
});
