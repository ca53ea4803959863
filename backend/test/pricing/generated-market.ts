import fc from 'fast-check';
import { category, days, minimums, period, price, units } from './generated-prices.js';

/** What a table is, and when it is asked at all: in its scope, in its currency, and not archived. */
export interface MarketTable {
  readonly scope: 'company' | 'state' | 'national';
  readonly owner: string | null;
  readonly priority: number;
  readonly currency: string;
  readonly archived: boolean;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
}

/** A price over the time its table says so; `table` by its place in the list. */
export interface MarketEntry {
  readonly table: number;
  readonly unit: string;
  readonly minimum: bigint;
  readonly unitPrice: bigint;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly liveFrom: Date;
  /** Null: until further notice. */
  readonly liveTo: Date | null;
}

export interface MarketProduct {
  readonly category: string;
  readonly entries: readonly MarketEntry[];
  readonly unit: string;
  readonly quantity: bigint;
}

const owners: readonly Pick<MarketTable, 'scope' | 'owner'>[] = [
  { scope: 'company', owner: 'Aurora' },
  { scope: 'company', owner: 'Aurora' },
  { scope: 'company', owner: 'Borealis' },
  { scope: 'state', owner: 'TX' },
  { scope: 'state', owner: 'TX' },
  { scope: 'state', owner: 'FL' },
  { scope: 'national', owner: null },
  { scope: 'national', owner: null },
];

const table = (fixed: Pick<MarketTable, 'scope' | 'owner'>): fc.Arbitrary<MarketTable> =>
  fc
    .record({
      priority: fc.constantFrom(0, 0, 5),
      currency: fc.constant('USD'),
      archived: fc.constant(false),
      // The database knows no table that ends before it begins.
      period: period.map((each) =>
        each.validFrom && each.validTo && each.validFrom >= each.validTo ? { ...each, validTo: null } : each,
      ),
    })
    .map(({ period: each, ...rest }) => ({ ...fixed, ...rest, ...each }));

/** Two tables of one company, one of another, three of states and two national ones; and one that is archived, one in another currency. */
export const marketTables: fc.Arbitrary<MarketTable[]> = fc
  .tuple(...owners.map(table))
  .map((list) => [
    ...list,
    { scope: 'national', owner: null, priority: 9, currency: 'EUR', archived: false, validFrom: null, validTo: null },
    { scope: 'company', owner: 'Aurora', priority: 9, currency: 'USD', archived: true, validFrom: null, validTo: null },
  ]);

/** A price's life around the days that are asked about: where one row ends the next one begins. */
const lives: readonly (readonly [number, number | null][])[] = [
  [[-10, null]],
  [[-10, null]],
  [
    [-10, -1],
    [-1, null],
  ],
  [[1, null]],
  [
    [-10, 1],
    [1, null],
  ],
  [[-10, 0]],
  [
    [-10, -1],
    [0, 1],
    [1, null],
  ],
];

const windows = fc.constantFrom<[Date | null, Date | null]>(
  [null, null],
  [null, null],
  [null, null],
  [days(-2), null],
  [days(0), null],
  [days(1), null],
  [null, days(0)],
  [null, days(2)],
  [days(-1), days(1)],
);

const entriesOfOnePrice = fc
  .record({
    table: fc.nat({ max: owners.length + 1 }),
    unit: fc.constantFrom(...units),
    minimum: fc.constantFrom(...minimums),
    window: windows,
    life: fc.constantFrom(...lives),
    prices: fc.array(price, { minLength: 3, maxLength: 3 }),
  })
  .map(({ window: [validFrom, validTo], life, prices, ...key }) =>
    life.map(([from, to], n): MarketEntry => ({
      ...key,
      validFrom,
      validTo,
      unitPrice: prices[n] ?? 0n,
      liveFrom: days(from),
      liveTo: to === null ? null : days(to),
    })),
  );

/** A product with up to eight prices, each with its life, and how much of it is asked for. */
export const marketProduct: fc.Arbitrary<MarketProduct> = fc.record({
  category,
  entries: fc
    .uniqueArray(entriesOfOnePrice, {
      maxLength: 8,
      selector: ([each]) => [each?.table, each?.unit, each?.minimum, each?.validFrom?.getTime()].join('|'),
    })
    .map((list) => list.flat()),
  unit: fc.constantFrom('bag', 'pallet', 'box', 'piece'),
  quantity: fc.oneof(
    fc.constantFrom(500n, 1000n, 4999n, 5000n, 40_000n, 50_000n),
    fc.bigInt({ min: 1n, max: 200_000n }),
  ),
});
