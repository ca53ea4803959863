import { Quantity } from '../../shared/quantity.js';
import { allocate, inServingOrder, type ServingBranch, type StockedGoods } from './allocation.js';

const branch = (id: string, position: number, serves: string[]): ServingBranch => ({
  id,
  code: id,
  name: id,
  position,
  serves,
});
const branches = [branch('dallas', 1, ['TX', 'FL']), branch('austin', 0, ['TX']), branch('miami', 2, ['FL'])];
const goods = (available: Record<string, string>, more: Partial<StockedGoods> = {}): StockedGoods => ({
  productId: 'p',
  sku: 'P-1',
  name: 'Product',
  unit: 'bag',
  backorder: false,
  restockDate: null,
  available: new Map(Object.entries(available).map(([id, text]) => [id, Quantity.stored(text)])),
  ...more,
});
const line = (lineNo: number, quantity: string) => ({ lineNo, productId: 'p', quantity: Quantity.stored(quantity) });
const given = (product: StockedGoods, quantities: string[], state: string) =>
  allocate(
    quantities.map((text, n) => line(n + 1, text)),
    new Map([['p', product]]),
    inServingOrder(branches, state),
  );

it.each([
  ['TX', ['austin', 'dallas', 'miami']],
  ['FL', ['dallas', 'miami', 'austin']],
  ['NY', ['austin', 'dallas', 'miami']],
])('a delivery to %s asks %j', (state, order) => {
  expect(inServingOrder(branches, state).map(({ id }) => id)).toEqual(order);
});

it('takes the first branch that holds all of it, not the fullest', () => {
  const lines = given(goods({ austin: '5', dallas: '12', miami: '99' }), ['10'], 'TX');
  expect(lines.ok && lines.value[0]?.branch?.id).toBe('dallas');
});

it('keeps the lines of a product together', () => {
  const lines = given(goods({ austin: '10', dallas: '20' }), ['6', '6'], 'TX');
  expect(lines.ok && lines.value.map((at) => at.branch?.id)).toEqual(['dallas', 'dallas']);
});

it('never puts a line together from several branches', () => {
  expect(given(goods({ austin: '6', dallas: '7.5' }), ['10'], 'TX')).toEqual({
    ok: false,
    error: {
      code: 'stock.insufficient',
      lines: [{ productId: 'p', sku: 'P-1', name: 'Product', requested: '10', available: '7.5', unit: 'bag' }],
    },
  });
});

it('backorders what may be, with the day it is expected', () => {
  const lines = given(goods({ austin: '6' }, { backorder: true, restockDate: '2026-12-01' }), ['10'], 'TX');
  expect(lines).toEqual({ ok: true, value: [{ lineNo: 1, branch: null, expectedDate: '2026-12-01' }] });
});
