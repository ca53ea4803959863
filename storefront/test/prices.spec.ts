import { against, lastOf, tierAt, tierRanges } from '../src/shared/tiers';
import { baseUnitName, firstUnit, packOf, packsIn } from '../src/shared/units';

const ranges = tierRanges([
  { minimum: '270', unitPrice: '8.95' },
  { minimum: '1', unitPrice: '9.85' },
  { minimum: '90', unitPrice: '9.30' },
]);

describe('tiers', () => {
  it('rise, and each knows where the next begins', () => {
    expect(ranges.map(({ minimum, next }) => [minimum, next])).toEqual([
      ['1', '90'],
      ['90', '270'],
      ['270', null],
    ]);
  });
  it.each([
    ['0.5', -1],
    ['1', 0],
    ['89.999', 0],
    ['90', 1],
    ['100000', 2],
  ])('a quantity of %s is in tier %i', (quantity, index) => expect(tierAt(ranges, quantity)).toBe(index));
  it('end one step before the next', () => {
    expect(ranges.map((range) => lastOf(range, '1'))).toEqual(['89', '269', null]);
    expect(lastOf({ minimum: '0.5', unitPrice: '1', next: '10' }, '0.5')).toBe('9.5');
  });
  it('compare with the list price, when there is another', () => {
    expect(against('31.60', '26.40')).toBeCloseTo(-0.165, 3);
    expect(against('26.40', '26.4000')).toBeNull();
    expect(against(null, '26.40')).toBeNull();
    expect(against('0', '26.40')).toBeNull();
  });
});

const unit = (code: string, factor: string) => ({ code, name: `${code}s`, factor, step: '1', minimum: '1' });
const units = [unit('pallet', '56'), unit('bag', '1')];

describe('selling units', () => {
  it('start with the preferred one, else the smallest', () => {
    expect(firstUnit(units, 'pallet')?.code).toBe('pallet');
    expect(firstUnit(units, 'crate')?.code).toBe('bag');
    expect(firstUnit([])).toBeUndefined();
  });
  it('are told as packs when they hold a whole number', () => {
    expect(packOf(units, 'bag')).toEqual({ name: 'pallets', content: 56 });
    expect(packOf(units, 'pallet')).toBeNull();
    expect(packOf([unit('m2', '1'), unit('box', '2.32')], 'm2')).toBeNull();
    expect(packsIn('112', 56)).toBe(2);
    expect(packsIn('57', 56)).toBeNull();
    expect(packsIn('28', 56)).toBeNull();
  });
  it('name the base unit', () => {
    expect(baseUnitName(units, 'bag')).toBe('bags');
    expect(baseUnitName(units, 'kg')).toBe('kg');
  });
});
