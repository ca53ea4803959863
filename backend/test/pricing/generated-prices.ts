import fc from 'fast-check';
import type { CodeTerms, Discount, TierTerms } from '../../src/pricing/domain/discounts.js';
import type { Ask, Candidate, PriceScope, TableRef } from '../../src/pricing/domain/price-resolver.js';
import { UnitPrice } from '../../src/shared/money.js';
import { Quantity } from '../../src/shared/quantity.js';

export const noon = new Date('2026-11-20T12:00:00Z');
export const days = (n: number): Date => new Date(noon.getTime() + n * 86_400_000);

const [justBefore, justAfter] = [new Date(noon.getTime() - 1), new Date(noon.getTime() + 1)];

const instant = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom(...[-2, -1, 0, 1, 2].map(days), justBefore, justAfter) },
);

/** Mostly none; a table with an end before its beginning never speaks, which is a period like any other. */
export const period = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ validFrom: null, validTo: null }) },
  { weight: 1, arbitrary: fc.record({ validFrom: instant, validTo: instant }) },
);

/** Three tables of each scope, two of them of equal priority. */
const tables: fc.Arbitrary<TableRef[]> = fc.array(period, { minLength: 9, maxLength: 9 }).map((periods) =>
  periods.map((each, n) => {
    const scope = (['company', 'state', 'national'] as const satisfies PriceScope[])[Math.floor(n / 3)] ?? 'national';
    const priority = [0, 0, 5][n % 3] ?? 0;
    return { id: `${scope}-${n}`, name: `${scope} ${n}`, scope, stateCode: null, priority, ...each };
  }),
);

export const minimums = [500n, 1000n, 5000n, 40_000n, 50_000n, 80_000n];
export const units = ['bag', 'bag', 'pallet', 'roll'];
export const price = fc.oneof(
  { weight: 9, arbitrary: fc.bigInt({ min: 0n, max: 2_000_000n }) },
  { weight: 1, arbitrary: fc.constant(0n) },
);

/** Few distinct values, so that equal minimums, priorities and starts meet often. */
const entry = fc.record({
  table: fc.nat({ max: 8 }),
  unit: fc.constantFrom(...units),
  minimum: fc.constantFrom(...minimums).map((n) => Quantity.ofThousandths(n)),
  unitPrice: price.map((n) => UnitPrice.ofTenThousandths(n)),
  validFrom: instant,
  validTo: instant,
  liveFrom: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(days(-1), days(0), days(1)) },
  ),
});

/** Up to a dozen entries of any scope, unit, tier and validity, in tables with periods. */
export const entries: fc.Arbitrary<Candidate[]> = fc
  .tuple(tables, fc.array(entry, { maxLength: 12 }))
  .map(([owners, list]) =>
    list.map(({ table, ...each }, n) => ({
      ...each,
      table: owners[table] as TableRef,
      entryId: `e${String(n).padStart(2, '0')}`,
      revisionId: 'revision',
    })),
  );

export const factors: Readonly<Record<string, bigint>> = { bag: 1000n, pallet: 40_000n, box: 2320n, piece: 25n };

export const ask: fc.Arbitrary<Ask> = fc
  .record({
    unit: fc.constantFrom(...Object.keys(factors)),
    quantity: fc.oneof(
      fc.constantFrom(499n, 500n, 1000n, 4999n, 5000n, 40_000n, 50_000n, 80_000n),
      fc.bigInt({ min: 1n, max: 200_000n }),
    ),
  })
  .map(({ unit, quantity }) => ({
    unit,
    baseUnit: 'bag',
    factor: Quantity.ofThousandths(factors[unit] ?? 1000n),
    quantity: Quantity.ofThousandths(quantity),
  }));

const rate = fc.bigInt({ min: 1n, max: 10_000n });

export const discounts: fc.Arbitrary<Discount[]> = fc
  .record({ tier: fc.option(rate), code: fc.option(rate) })
  .map(({ tier, code }) => [
    ...(tier === null ? [] : [{ kind: 'tier_discount' as const, name: 'Silver', rate: tier }]),
    ...(code === null ? [] : [{ kind: 'trade_code' as const, name: 'SPRING', rate: code }]),
  ]);

/** Each category's parent. */
export const parents: Readonly<Record<string, string | null>> = {
  base: null,
  cement: 'base',
  'white cement': 'cement',
  tools: null,
};
export const category = fc.constantFrom(...Object.keys(parents));

/** Rates by category, zero among them, and the tier's default. */
export const tierTerms: fc.Arbitrary<TierTerms | null> = fc.option(
  fc.record({
    name: fc.constant('Silver'),
    defaultRate: fc.constantFrom(0n, 300n, 500n),
    byCategory: fc
      .array(fc.tuple(category, fc.constantFrom(0n, 250n, 800n, 10_000n)), { maxLength: 3 })
      .map((list) => new Map(list)),
  }),
);

/** A code for one category or all, of which the validity may be over or ahead. */
export const codeTerms: fc.Arbitrary<CodeTerms | null> = fc.option(
  fc.record({
    code: fc.constant('SPRING'),
    rate: fc.constantFrom(0n, 300n, 1000n, 10_000n),
    categoryId: fc.option(category),
    validFrom: instant,
    validTo: instant,
    active: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  }),
);
