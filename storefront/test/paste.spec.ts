import { readPasted } from '../src/features/quick-order/paste';
import { unitMeant, wishOf } from '../src/features/quick-order/wishes';
import type { Product } from '../src/shared/views';

const read = (text: string) => readPasted(text).map(({ sku, quantity, unit }) => [sku, quantity, unit]);

describe('a pasted list', () => {
  it.each([
    ['CEM-50 40', ['CEM-50', '40', null]],
    ['CEM-50', ['CEM-50', '1', null]],
    ['40 CEM-50', ['CEM-50', '40', null]],
    ['40 x CEM-50', ['CEM-50', '40', null]],
    ['40x CEM-50', ['CEM-50', '40', null]],
    ['CEM-50 x8', ['CEM-50', '8', null]],
    ['CEM-50 × 8', ['CEM-50', '8', null]],
    ['CEM-50; 2; pallet', ['CEM-50', '2', 'pallet']],
    ['CEM-50;2;pallet', ['CEM-50', '2', 'pallet']],
    ['CEM-50\t2,5\tm³', ['CEM-50', '2.5', 'm³']],
    ['CEM-50,12', ['CEM-50', '12', null]],
    ['CEM-50,12,bag', ['CEM-50', '12', 'bag']],
    ['CEM-50, 12, bag', ['CEM-50', '12', 'bag']],
    ['"CEM-50";"007"', ['CEM-50', '7', null]],
    ['CEM-50 12 bags please', ['CEM-50', '12', 'bags']],
    ['12345 6', ['6', '12345', null]],
  ])('reads "%s"', (line, expected) => expect(read(line)).toEqual([expected]));

  it('passes over empty lines and a header, and keeps the numbers of the lines', () => {
    const lines = readPasted('SKU;qty\n\nCEM-50 1\r\n  \nSND-01 2');
    expect(lines.map(({ number, sku }) => [number, sku])).toEqual([
      [3, 'CEM-50'],
      [5, 'SND-01'],
    ]);
  });
});

const unit = (code: string, name: string, factor: string) => ({ code, name, factor, step: '1', minimum: '1' });
const product = {
  units: [unit('bag', 'Bag', '1'), unit('plt', 'Pallet', '40')],
  baseUnit: 'bag',
  price: { unit: 'bag' },
} as Product;
const whole = (quantity: string) => ({ value: String(Math.ceil(Number(quantity))), moved: !/^\d+$/.test(quantity) });
const [line] = readPasted('CEM-50 40');

describe('what a pasted line is read as', () => {
  if (!line) throw new Error('the line was not read');
  it('knows a unit by code or name, in singular and plural', () => {
    expect(unitMeant(product.units, 'pallets')?.code).toBe('plt');
    expect(unitMeant(product.units, 'PLT')?.code).toBe('plt');
    expect(unitMeant(product.units, 'tons')).toBeUndefined();
  });
  it('is ready when product, unit and quantity are sold as written', () => {
    expect(wishOf({ ...line, unit: 'Pallet' }, product, whole)).toMatchObject({ state: 'ready', unitCode: 'plt' });
  });
  it('is to be checked when the quantity moved or the unit is another', () => {
    expect(wishOf({ ...line, quantity: '1.5' }, product, whole)).toMatchObject({ state: 'check', quantity: '2' });
    expect(wishOf({ ...line, unit: 'tons' }, product, whole)).toMatchObject({ state: 'check', unitCode: 'bag' });
  });
  it('is missing without a product, and not offered without a price', () => {
    expect(wishOf(line, null, whole).state).toBe('missing');
    expect(wishOf(line, { ...product, price: null }, whole).state).toBe('not_offered');
  });
});
