import {
  lookOf,
  marginOf,
  samePrice,
  tenthsOfPercent,
  type GridCell,
  type GridColumn,
  type GridRow,
} from '../src/features/prices/cell';

const national: GridColumn = { tableId: 'nat', name: 'National', scope: 'national', stateCode: null, companyId: null };
const texas: GridColumn = { tableId: 'tx', name: 'Texas', scope: 'state', stateCode: 'TX', companyId: null };
const columns = [national, texas];

const cell = (tableId: string, part: Partial<GridCell> = {}): GridCell => ({
  tableId,
  unitPrice: null,
  minQuantity: part.unitPrice ? '1' : null,
  furtherTiers: 0,
  inherited: null,
  pending: null,
  light: 'unknown',
  ...part,
});
const set = (unitPrice: string) => ({ revisionId: 'draft', action: 'set' as const, unitPrice, minQuantity: '1' });
const remove = { revisionId: 'draft', action: 'remove' as const, unitPrice: null, minQuantity: '1' };
const row = (...cells: GridCell[]): GridRow => ({
  productId: 'p',
  sku: 'P-1',
  name: 'Cement',
  category: { slug: 'cement', name: 'Cement' },
  unit: 'bag',
  unitName: 'bag',
  cost: null,
  cells,
});

describe('a cell of the price grid', () => {
  it('has its own price', () => {
    const prices = row(cell('nat', { unitPrice: '9.10' }), cell('tx', { unitPrice: '8.90' }));
    expect(lookOf(prices, texas, columns)).toEqual({ kind: 'own', price: '8.90', live: '8.90', change: null });
  });

  it('inherits the national price', () => {
    const inherited = { tableId: 'nat', unitPrice: '9.10' };
    const prices = row(cell('nat', { unitPrice: '9.10' }), cell('tx', { inherited }));
    expect(lookOf(prices, texas, columns)).toEqual({ kind: 'inherited', price: '9.10', live: '9.10', change: null });
  });

  it('is pending, with its distance from what is live', () => {
    const prices = row(cell('nat', { unitPrice: '9.10', pending: set('9.38') }), cell('tx'));
    expect(lookOf(prices, national, columns)).toEqual({ kind: 'pending', price: '9.38', live: '9.10', change: 31 });
  });

  it('compares a new override with what it inherited', () => {
    const prices = row(
      cell('nat', { unitPrice: '10.00' }),
      cell('tx', { inherited: { tableId: 'nat', unitPrice: '10.00' }, pending: set('9.50') }),
    );
    expect(lookOf(prices, texas, columns)).toEqual({ kind: 'pending', price: '9.50', live: '10.00', change: -50 });
  });

  it('inherits a pending national price', () => {
    const prices = row(
      cell('nat', { unitPrice: '9.10', pending: set('9.38') }),
      cell('tx', { inherited: { tableId: 'nat', unitPrice: '9.10' } }),
    );
    expect(lookOf(prices, texas, columns)).toEqual({
      kind: 'inheritsPending',
      price: '9.38',
      live: '9.10',
      change: null,
    });
  });

  it('has its override removed and will inherit', () => {
    const prices = row(cell('nat', { unitPrice: '9.10' }), cell('tx', { unitPrice: '8.90', pending: remove }));
    expect(lookOf(prices, texas, columns)).toEqual({ kind: 'removed', price: '9.10', live: '8.90', change: null });
  });

  it('has no price when nobody has one', () => {
    const prices = row(cell('nat'), cell('tx'));
    expect(lookOf(prices, texas, columns).kind).toBe('none');
    expect(lookOf(prices, national, columns).kind).toBe('none');
  });

  it('inherits a national price that is new in a draft', () => {
    const prices = row(cell('nat', { pending: set('4.00') }), cell('tx'));
    expect(lookOf(prices, texas, columns)).toEqual({
      kind: 'inheritsPending',
      price: '4.00',
      live: null,
      change: null,
    });
    expect(lookOf(prices, national, columns).change).toBeNull();
  });
});

describe('the change between two prices', () => {
  it.each([
    ['9.10', '9.38', 31],
    ['10.00', '9.50', -50],
    ['3', '3.01', 3],
    ['2.0000', '2', 0],
    ['0', '1', null],
    [null, '1', null],
    ['1', null, null],
  ])('from %s to %s is %s tenths of a percent', (from, to, tenths) => {
    expect(tenthsOfPercent(from, to)).toBe(tenths);
  });

  it('knows equal amounts however they are written', () => {
    expect(samePrice('9.1', '9.1000')).toBe(true);
    expect(samePrice('9.1', '9.11')).toBe(false);
    expect(samePrice(null, null)).toBe(true);
    expect(samePrice(null, '0')).toBe(false);
  });
});

it.each([
  ['42', '36', 143],
  ['30.0000', '36', -200],
  ['0', '36', null],
  [null, '36', null],
  ['42', null, null],
])('of %s over a cost of %s some tenths of a percent are left', (price, cost, left) => {
  expect(marginOf(price, cost)).toBe(left);
});
