import { describe, expect, it } from 'vitest';
import { kindsOf, named, recognise, takenFor, type Term } from './terms';

const visit = `v37-502f-${'a'.repeat(26)}`;
const taken = (text: string) =>
  recognise(text).map(({ kind, value, name }) =>
    name === undefined ? [kind, value] : [kind, name, value],
  );
const none = { typed: '', kind: 'customer', value: '' } as const;
const term = (text: string): Term => ({ id: 1, ...(recognise(text)[0] ?? none) });

describe('what is typed is taken for', () => {
  it.each([
    ['mia@shop.example', 'email', 'mia@shop.example'],
    ['Mia F <mia@shop.example>', 'email', 'mia@shop.example'],
    ['mailto:mia@shop.example', 'email', 'mia@shop.example'],
    ['a=b@shop.example', 'email', 'a=b@shop.example'],
    ['192.0.2.7', 'address', '192.0.2.7'],
    ['2001:DB8:0:0::7', 'address', '2001:db8::7'],
    ['[2001:db8::7]', 'address', '2001:db8::7'],
    ['192.0.2.7/24', 'network', '192.0.2.0/24'],
    ['192.0.2.77/27', 'network', '192.0.2.64/27'],
    ['192.0.255.7/17', 'network', '192.0.128.0/17'],
    ['192.0.2.7/32', 'network', '192.0.2.7/32'],
    ['2001:db8:0:ff::/57', 'network', '2001:db8:0:80::/57'],
    ['2001:db8::fff7/124', 'network', '2001:db8::fff0/124'],
    ['2001:db8:1:2:3::/64', 'network', '2001:db8:1:2::/64'],
    ['2001:db8::/64', 'network', '2001:db8::/64'],
    ['7k3f9-qxm2d', 'reference', '7K3F9-QXM2D'],
    ['7K3F9 QXM2D', 'reference', '7K3F9-QXM2D'],
    ['ok3f9–qxmil', 'reference', '0K3F9-QXM11'],
    ['47114-71147', 'reference', '47114-71147'],
    ['4711471147', 'customer', '4711471147'],
    ['471147114O', 'reference', '47114-71140'],
    [visit.toUpperCase(), 'visit', visit],
    [visit.replace('v', 'c'), 'chat', visit.replace('v', 'c')],
    [visit.replace('v', 'l'), 'letter', visit.replace('v', 'l')],
    ['Mia', 'customer', 'Mia'],
    ['256.0.2.7', 'customer', '256.0.2.7'],
    ['010.0.0.1', 'customer', '010.0.0.1'],
    ['192.0.2.7/33', 'customer', '192.0.2.7/33'],
    ['7K3F9-QXM2U', 'customer', '7K3F9-QXM2U'],
    ['https://shop.example/', 'customer', 'https://shop.example/'],
  ])('%s: %s', (text, kind, value) => {
    expect(taken(text)).toEqual([[kind, value]]);
  });

  it.each(['Customer number = 4711', 'Customer number: 4711'])('%s: a detail', (text) => {
    expect(taken(text)).toEqual([['detail', 'Customer number', '4711']]);
  });

  it('several, where each of a list is plain', () => {
    expect(taken(' mia@a.example, 192.0.2.7;\n7K3F9-QXM2D ')).toEqual([
      ['email', 'mia@a.example'],
      ['address', '192.0.2.7'],
      ['reference', '7K3F9-QXM2D'],
    ]);
    expect(taken('Name = Doe, Mia')).toEqual([['detail', 'Name', 'Doe, Mia']]);
  });

  it('nothing, where nothing is', () => {
    expect([...recognise('  '), ...recognise(',;')]).toEqual([]);
  });
});

describe('a term', () => {
  it('can be taken for what its form allows', () => {
    expect(kindsOf('192.0.2.7')).toEqual(['address', 'network', 'detail', 'customer']);
    expect(kindsOf('4711471147')).toEqual(['reference', 'detail', 'customer']);
    expect(kindsOf('mia@a.example')).toEqual(['email', 'detail', 'customer']);
  });

  it('of an address can be its network', () => {
    expect(takenFor(term('192.0.2.7'), 'network').value).toBe('192.0.2.0/24');
    expect(takenFor(term('2001:db8:1:2:3:4:5:6'), 'network').value).toBe('2001:db8:1:2::/64');
    expect(takenFor(term('::1'), 'network').value).toBe('::/64');
  });

  it('that becomes a detail wants a name', () => {
    const nameless = takenFor(term('4711'), 'detail');
    expect(nameless).toMatchObject({ value: '4711', name: '', problem: 'name-missing' });
    expect(named(nameless, 'Number').problem).toBeUndefined();
    expect(named(nameless, ' ').problem).toBe('name-missing');
  });

  it('of a network of another size finds nothing, and says why', () => {
    expect(term('10.0.0.0/8')).toMatchObject({ kind: 'network', problem: 'network-size' });
    expect(term('2001:db8::/32')).toMatchObject({ kind: 'network', problem: 'network-size' });
    expect(term('2001:db8::/65')).toMatchObject({ kind: 'network', problem: 'network-size' });
  });
});
