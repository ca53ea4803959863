import { isGtin, Product, type ProductFacts } from './product.js';

const unit = (code: string, factor = '1', step = '1', minimum = '1') => ({ code, name: code, factor, step, minimum });
const facts: ProductFacts = {
  sku: 'CEM-50',
  name: 'Cement 50 kg',
  description: '',
  brand: null,
  categoryId: 'c1',
  baseUnit: 'bag',
  units: [unit('bag'), unit('pallet', '40')],
  status: 'active',
  gtin: null,
  attributes: {},
  drawing: null,
  backorder: false,
  restockDate: null,
};
const define = (change: Partial<ProductFacts> = {}) => Product.define({ ...facts, ...change });
const errorOf = (result: ReturnType<typeof define>) => (result.ok ? null : result.error);

it('a product is found under the name it was given first', () => {
  const cement = define();
  const renamed = cement.ok && cement.value.change({ name: 'Portland cement' });
  expect(renamed && renamed.ok && [renamed.value.slug, renamed.value.facts.name]).toEqual([
    'cement-50-kg',
    'Portland cement',
  ]);
});

it('keeps its units when only something else changes', () => {
  const cement = define();
  const changed = cement.ok && cement.value.change({ brand: 'Votoran' });
  expect(changed && changed.ok && changed.value.units.map(({ code }) => code)).toEqual(['bag', 'pallet']);
});

it('an archived product is otherwise the same', () => {
  const cement = define();
  expect(cement.ok && cement.value.archived().facts).toEqual({
    ...(cement.ok && cement.value.facts),
    status: 'archived',
  });
});

it.each([
  [[unit('pallet', '40')], { code: 'product.base_unit_missing', baseUnit: 'bag' }],
  [[unit('bag', '2')], { code: 'product.base_unit_factor', baseUnit: 'bag', factor: '2' }],
  [[unit('bag'), unit('bag')], { code: 'product.unit_repeated', unit: 'bag' }],
  [[unit('bag', '1', '0')], { code: 'product.unit_amount_invalid', unit: 'bag', field: 'step' }],
  [[unit('bag'), unit('pallet', '-40')], { code: 'product.unit_amount_invalid', unit: 'pallet', field: 'factor' }],
  [[unit('bag', '1', '1', '0.0001')], { code: 'product.unit_amount_invalid', unit: 'bag', field: 'minimum' }],
  [[unit('bag', '1', '2', '3')], { code: 'product.minimum_off_step', unit: 'bag', step: '2', minimum: '3' }],
])('units %j are refused', (units, error) => {
  expect(errorOf(define({ units }))).toEqual(error);
});

it('accepts halves where the step is a half', () => {
  expect(define({ baseUnit: 'm3', units: [unit('m3', '1', '0.5', '1.5')] }).ok).toBe(true);
});

it.each([
  ['7891000315507', true],
  ['96385074', true],
  ['7891000315508', false],
  ['789100031550', false],
  ['ABC', false],
])('GTIN %s: %j', (gtin, valid) => {
  expect(isGtin(gtin)).toBe(valid);
  expect(errorOf(define({ gtin }))).toEqual(valid ? null : { code: 'product.gtin_invalid', gtin });
});
