import type { DiffLine } from '../src/features/revisions/revision-views';
import { wayBack } from '../src/features/revisions/way-back';

const line = (productId: string, newPrice: string | null, more: Partial<DiffLine> = {}): DiffLine =>
  ({
    productId,
    unit: 'bag',
    minQuantity: '1.000',
    validFrom: null,
    validTo: null,
    action: newPrice === null ? 'remove' : 'set',
    newPrice,
    ...more,
  }) as DiffLine;

describe('the way back to what a draft said', () => {
  it('leaves alone what stayed as it was', () => {
    expect(wayBack([line('a', '9.0000')], [line('a', '9.0000')])).toEqual([]);
  });

  it('drops what was not there, unless it says something else by then', () => {
    expect(wayBack([], [line('a', '9.0000')])).toEqual([
      { productId: 'a', unit: 'bag', minQuantity: '1.000', action: 'drop', expects: '9.0000' },
    ]);
  });

  it('puts back a price, and a removal that became a price', () => {
    const before = [line('a', '8.0000'), line('b', null)];
    const after = [line('a', '9.0000'), line('b', '9.0000')];
    expect(wayBack(before, after)).toEqual([
      expect.objectContaining({ productId: 'a', action: 'set', unitPrice: '8.0000', expects: '9.0000' }),
      { productId: 'b', unit: 'bag', minQuantity: '1.000', action: 'remove', expects: '9.0000' },
    ]);
  });

  it('tells windows of the same price apart', () => {
    const from = '2027-01-01T06:00:00.000Z';
    const to = '2027-02-01T06:00:00.000Z';
    const before = [line('a', '8.0000', { validFrom: from, validTo: to })];
    const after = [line('a', '9.0000'), line('a', '8.0000', { validFrom: from, validTo: to })];
    expect(wayBack(before, after)).toEqual([
      { productId: 'a', unit: 'bag', minQuantity: '1.000', action: 'drop', expects: '9.0000' },
    ]);
  });
});
