import { keyOf, priceChange, type WantedChange } from './price-change.js';

const cement = { id: 'cement', baseUnit: 'bag', units: [{ code: 'pallet' }, { code: 'half' }] };
const codeOf = (wanted: WantedChange) => {
  const result = priceChange(cement, wanted);
  return result.ok ? 'ok' : result.error.code;
};

it('is about the product’s first unit from 1 on unless it says otherwise', () => {
  const result = priceChange(cement, { action: 'set', unitPrice: '9.5' });
  expect(result.ok && [result.value.unit, result.value.minimum.toString(), result.value.unitPrice?.toString()]).toEqual(
    ['pallet', '1', '9.5000'],
  );
});

it.each([
  ['price.unknown_unit', { action: 'set', unit: 'crate', unitPrice: '1' }],
  ['price.invalid_minimum', { action: 'set', minQuantity: '0', unitPrice: '1' }],
  ['price.invalid_minimum', { action: 'set', minQuantity: '1.0001', unitPrice: '1' }],
  ['price.invalid_minimum', { action: 'set', minQuantity: '100000000000', unitPrice: '1' }],
  ['price.missing', { action: 'set' }],
  ['price.negative', { action: 'set', unitPrice: '-1' }],
  ['price.too_precise', { action: 'set', unitPrice: '1.00001' }],
  ['price.invalid', { action: 'set', unitPrice: '9,50' }],
  ['price.invalid', { action: 'set', unitPrice: 'NaN' }],
  ['price.invalid', { action: 'set', unitPrice: '99999999999' }],
  ['price.empty_window', { action: 'set', unitPrice: '1', validFrom: new Date(2), validTo: new Date(2) }],
  ['ok', { action: 'set', unitPrice: '0', unit: 'bag' }],
  ['ok', { action: 'set', unitPrice: '9999999999.9999' }],
  ['ok', { action: 'remove', unit: 'half' }],
] satisfies [string, WantedChange][])('%s: %j', (code, wanted) => {
  expect(codeOf(wanted)).toBe(code);
});

it.each([
  ['saco', 'bag'],
  [' Palete ', 'pallet'],
  ['BAG', 'bag'],
  ['bag', 'bag'],
])('takes the unit %j, as the store or somebody’s spreadsheet calls it, for %s', (unit, code) => {
  const units = [
    { code: 'bag', name: 'saco' },
    { code: 'pallet', name: 'palete' },
  ];
  const result = priceChange({ ...cement, units }, { action: 'set', unit, unitPrice: '1' });
  expect(result.ok && result.value.unit).toBe(code);
});

it('has a key per product, unit, minimum and start', () => {
  const keys = [{}, { minQuantity: '1.000' }, { minQuantity: '2' }, { unit: 'bag' }, { validFrom: new Date(1) }].map(
    (more) => {
      const result = priceChange(cement, { action: 'remove', ...more });
      return result.ok && keyOf(result.value);
    },
  );
  expect(keys[0]).toBe(keys[1]);
  expect(new Set(keys).size).toBe(4);
});
