import {
  addQuantities,
  emptied,
  inCart,
  mostThatFits,
  withAdded,
  withChanged,
  without,
} from '../src/shared/cart/cart-view';
import type { Cart, CartLine, Product } from '../src/shared/views';

const unit = (code: string, factor = '1') => ({ code, name: code, factor, step: '1', minimum: '1' });
const line = {
  id: 'a',
  productId: 'p',
  unit: 'bag',
  unitName: 'bag',
  units: [unit('bag'), unit('pallet', '40')],
  quantity: '2',
  lineTotal: '84.00',
} as CartLine;
const cart = {
  lines: [line],
  subtotal: '84.00',
  total: '90.00',
  problems: [{ lineId: 'a', code: 'stock_short' }],
} as Cart;
const product = { id: 'p', units: line.units, price: null } as unknown as Product;

describe('what the cart shows before the server answers', () => {
  it('merges an added product with its line of the same unit, figures still the old ones', () => {
    const next = withAdded(cart, product, 'bag', '0.5');
    expect(next.lines).toEqual([{ ...line, quantity: '2.5', pending: true }]);
    expect(next.subtotal).toBe('84.00');
  });
  it('gives another unit a line of its own, without a price', () => {
    const [, added] = withAdded(cart, product, 'pallet', '1').lines;
    expect(added).toMatchObject({ unit: 'pallet', quantity: '1', unitPrice: null, lineTotal: null, pending: true });
  });
  it('changes a line, takes one out with its problems, and empties', () => {
    expect(withChanged(cart, 'a', { unit: 'pallet' }).lines[0]).toMatchObject({ unitName: 'pallet', pending: true });
    expect(without(cart, 'a')).toMatchObject({ lines: [], problems: [] });
    expect(emptied(cart)).toMatchObject({ lines: [], problems: [], total: '90.00' });
  });
  it('finds the lines of a product', () => {
    expect(inCart(cart, 'p')).toHaveLength(1);
    expect(inCart(undefined, 'p')).toEqual([]);
  });
});

describe('quantities', () => {
  it.each([
    ['0.1', '0.2', '0.3'],
    ['1', '1', '2'],
    ['999999.999', '0.001', '1000000'],
    ['2.50', '0.25', '2.75'],
  ])('%s and %s make %s', (one, other, sum) => expect(addQuantities(one, other)).toBe(sum));

  it.each([
    ['114', { factor: '1', step: '1', minimum: '1' }, '114'],
    ['114', { factor: '40', step: '1', minimum: '1' }, '2'],
    ['39', { factor: '40', step: '1', minimum: '1' }, null],
    ['2.9', { factor: '1', step: '0.5', minimum: '0.5' }, '2.5'],
    ['7', { factor: '1', step: '1', minimum: '10' }, null],
    ['10', { factor: '2.32', step: '1', minimum: '1' }, '4'],
  ])('of %s base units, %o fits %s times', (held, sold, most) => expect(mostThatFits(held, sold)).toBe(most));
});
