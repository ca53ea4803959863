import { describe, expect, it } from '@jest/globals';
import { askedLine, lineOf, lineText, readBasket } from '../src/features/simulator/basket';

describe('a pasted basket', () => {
  it('reads lines apart by tabs, semicolons, spaces or commas', () => {
    const text = 'SKU\tQty\tUnit\nFUR-12-8\t40\tlength\nBRD-14-8; 2.5\nSPF-24-8 12 length\nSTUD-26-92,7,bundle\n\n';
    expect(readBasket(text, '.')).toEqual({
      lines: [
        { product: 'FUR-12-8', quantity: '40', unit: 'length' },
        { product: 'BRD-14-8', quantity: '2.5', unit: '' },
        { product: 'SPF-24-8', quantity: '12', unit: 'length' },
        { product: 'STUD-26-92', quantity: '7', unit: 'bundle' },
      ],
      unread: [],
    });
  });

  it('takes quantities in the manner of the store, and one where none is written', () => {
    expect(readBasket('CIM-32\t1.250,5\nAREIA', ',').lines).toEqual([
      { product: 'CIM-32', quantity: '1250.5', unit: '' },
      { product: 'AREIA', quantity: '1', unit: '' },
    ]);
  });

  it('keeps what it cannot read, by its line', () => {
    const { lines, unread } = readBasket('A-1 3\nA-2 many\nA-3 -4\nA-4 0', '.');
    expect(lines).toEqual([{ product: 'A-1', quantity: '3', unit: '' }]);
    expect(unread).toEqual([
      { line: 2, text: 'A-2 many' },
      { line: 3, text: 'A-3 -4' },
      { line: 4, text: 'A-4 0' },
    ]);
  });
});

describe('a line of a basket', () => {
  it('comes back from an address as it went in', () => {
    const line = { product: 'FUR-12-8', quantity: '2.5', unit: 'm3' };
    expect(lineOf(lineText(line))).toEqual(line);
    expect(lineOf(lineText({ ...line, unit: '' }))).toEqual({ ...line, unit: '' });
    expect(lineOf('FUR-12-8~lots')).toBeNull();
  });

  it('is asked about by id where it is one, else by SKU', () => {
    const id = '01a1fc3d-99df-7774-9f11-36c135e524cf';
    expect(askedLine({ product: id, quantity: '1', unit: 'bag' })).toEqual({
      productId: id,
      quantity: '1',
      unit: 'bag',
    });
    expect(askedLine({ product: 'FUR-12-8', quantity: '1', unit: '' })).toEqual({ sku: 'FUR-12-8', quantity: '1' });
  });
});
