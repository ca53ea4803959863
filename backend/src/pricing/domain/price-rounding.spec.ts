import fc from 'fast-check';
import { priceRounding, type PriceRounding, roundedPrice, type RoundingMode } from './price-rounding.js';
import { Ratio } from './ratio.js';

const rule = (wanted: { to?: string; ending?: string; mode?: RoundingMode }): PriceRounding => {
  const made = priceRounding(wanted);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
};
const rounded = (price: string, wanted: { to?: string; ending?: string; mode?: RoundingMode }): string => {
  const result = roundedPrice(Ratio.parse(price) ?? Ratio.of(0n), rule(wanted));
  return result.ok ? result.value.toString() : result.error.code;
};

it.each([
  ['9.87', { to: '0.05' }, '9.8500'],
  ['9.875', { to: '0.05' }, '9.9000'],
  ['9.87', { to: '0.05', mode: 'up' as const }, '9.9000'],
  ['9.8999', { to: '0.10', mode: 'down' as const }, '9.8000'],
  ['9.80', { to: '0.10', mode: 'down' as const }, '9.8000'],
  ['9.80', { to: '0.10', mode: 'up' as const }, '9.8000'],
  ['9.5', { to: '1.00' }, '10.0000'],
  ['1234', { to: '25' }, '1225.0000'],
  ['9.30', { ending: '0.99' }, '8.9900'],
  ['9.49', { ending: '0.99' }, '9.9900'],
  ['9.30', { ending: '0.99', mode: 'up' as const }, '9.9900'],
  ['9.30', { ending: '0.99', mode: 'down' as const }, '8.9900'],
  ['9.99', { ending: '0.99', mode: 'up' as const }, '9.9900'],
  ['23.10', { ending: '9.90' }, '19.9000'],
  ['26.10', { ending: '9.90' }, '29.9000'],
  ['0.20', { ending: '0.99' }, '0.9900'],
  ['0.20', { ending: '0.99', mode: 'down' as const }, '0.9900'],
  ['0.01', { to: '0.05' }, '0.0500'],
  ['0', { to: '0.05' }, '0.0000'],
  ['0', { ending: '0.99' }, '0.0000'],
  ['-0.01', { to: '0.05' }, 'price.negative'],
  ['9999999999.9999', { to: '1.00', mode: 'up' as const }, 'price.too_large'],
])('%s by %j is %s', (price, wanted, outcome) => expect(rounded(price, wanted)).toBe(outcome));

it.each([[{}], [{ to: '0.05', ending: '0.99' }], [{ to: '0' }], [{ to: 'a' }], [{ ending: '-0.1' }]])(
  'refuses %j',
  (wanted) => expect(priceRounding(wanted)).toEqual({ ok: false, error: { code: 'rounding.invalid' } }),
);

describe('any price', () => {
  const price = fc.integer({ min: 1, max: 100_000_000 }).map((scaled) => Ratio.of(BigInt(scaled), 30_000n));
  const step = fc.constantFrom('0.01', '0.05', '0.10', '0.25', '0.50', '1.00', '5.00');
  const ending = fc.constantFrom('0.90', '0.95', '0.99', '4.90', '9.90');
  const wanted = fc.oneof(
    step.map((to) => ({ to })),
    ending.map((each) => ({ ending: each })),
  );
  const value = (exact: Ratio, how: PriceRounding): bigint => {
    const result = roundedPrice(exact, how);
    if (!result.ok) throw new Error(result.error.code);
    return result.value.tenThousandths;
  };

  it('ends where the rule says, above zero, and stays there when it is rounded again', () => {
    fc.assert(
      fc.property(price, wanted, fc.constantFrom<RoundingMode>('nearest', 'up', 'down'), (exact, how, mode) => {
        const made = rule({ ...how, mode });
        const once = value(exact, made);
        expect((once - made.ending) % made.step).toBe(0n);
        expect(once).toBeGreaterThan(0n);
        expect(value(Ratio.of(once, 10_000n), made)).toBe(once);
      }),
    );
  });

  it('lies between the prices below and above, and the nearest is no further than either', () => {
    fc.assert(
      fc.property(price, wanted, (exact, how) => {
        const [down, nearest, up] = (['down', 'nearest', 'up'] as const).map((mode) =>
          value(exact, rule({ ...how, mode })),
        ) as [bigint, bigint, bigint];
        const distance = (from: bigint) => {
          const apart = exact.dividend * 10_000n - from * exact.divisor;
          return apart < 0n ? -apart : apart;
        };
        expect(up * exact.divisor >= exact.dividend * 10_000n).toBe(true);
        expect([down, up]).toContain(nearest);
        expect(distance(nearest) <= distance(down) && distance(nearest) <= distance(up)).toBe(true);
      }),
    );
  });

  it('never becomes cheaper by being dearer', () => {
    fc.assert(
      fc.property(price, price, wanted, (one, other, how) => {
        const made = rule(how);
        const [lower, higher] = one.minus(other).isNegative ? [one, other] : [other, one];
        expect(value(lower, made) <= value(higher, made)).toBe(true);
      }),
    );
  });
});
