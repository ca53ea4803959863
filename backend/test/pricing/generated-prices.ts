import fc from 'fast-check';
import type { Discount } from '../../src/pricing/domain/discounts.js';
import type { Ask, Candidate, PriceScope, TableRef } from '../../src/pricing/domain/price-resolver.js';
import { UnitPrice } from '../../src/shared/money.js';
import { Quantity } from '../../src/shared/quantity.js';

export const noon = new Date('2026-11-20T12:00:00Z');
const around = [-2, -1, 0, 1, 2].map((days) => new Date(noon.getTime() + days * 86_400_000));

const tables: readonly TableRef[] = (['company', 'state', 'national'] as const).flatMap((scope: PriceScope) =>
  [0, 0, 5].map((priority, n) => ({
    id: `${scope}-${n}`,
    name: `${scope} ${n}`,
    scope,
    stateCode: scope === 'state' ? 'TX' : null,
    priority,
  })),
);

const instant = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom(...around) },
);

/** Few distinct values, so that equal minimums, priorities and starts meet often. */
const entry = fc.record({
  table: fc.constantFrom(...tables),
  unit: fc.constantFrom('bag', 'bag', 'pallet', 'roll'),
  minimum: fc.constantFrom(500n, 1000n, 5000n, 40_000n, 50_000n, 80_000n).map((n) => Quantity.ofThousandths(n)),
  unitPrice: fc.bigInt({ min: 0n, max: 2_000_000n }).map((n) => UnitPrice.ofTenThousandths(n)),
  validFrom: instant,
  validTo: instant,
  liveFrom: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...around) }),
});

/** Up to a dozen entries of any scope, unit, tier and validity. */
export const entries: fc.Arbitrary<Candidate[]> = fc
  .array(entry, { maxLength: 12 })
  .map((list) =>
    list.map((each, n) => ({ ...each, entryId: `e${String(n).padStart(2, '0')}`, revisionId: 'revision' })),
  );

const factors: Readonly<Record<string, bigint>> = { bag: 1000n, pallet: 40_000n, box: 2320n, piece: 25n };

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
