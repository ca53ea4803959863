import fc from 'fast-check';

/** One price of a product within a table: what two changes must share to be about the same thing. */
export interface PriceKey {
  readonly unit: string;
  readonly minQuantity: string;
  readonly validFrom: Date | null;
}

/** What a change wants of a price; null removes it. */
export type Wanted = { readonly unitPrice: string; readonly validTo: Date | null } | null;

/** A product's changes, by place of the step and place of the key. */
export type ProductStory = readonly (readonly (Wanted | undefined)[])[];

export type StepKind = 'publish' | 'schedule' | 'withdraw' | 'roll_back';

/** Something done to a table at `now`; `pick` chooses among the revisions it can be done to. */
export interface Step {
  readonly kind: StepKind;
  readonly now: Date;
  readonly live: Date;
  readonly pick: number;
}

const hour = 3_600_000;
const begin = Date.parse('2030-03-01T08:00:00Z');
const hours = (n: number): Date => new Date(begin + n * hour);

export const keys: readonly PriceKey[] = [
  { unit: 'bag', minQuantity: '1', validFrom: null },
  { unit: 'bag', minQuantity: '50', validFrom: null },
  { unit: 'bag', minQuantity: '1', validFrom: hours(30) },
  { unit: 'pallet', minQuantity: '2', validFrom: null },
];

/**
 * A dozen steps ten hours apart; what is scheduled goes live at any full hour of the following six days, so that
 * schedules overlap, share an instant, go live in the very millisecond of a later step, and are met by publications,
 * withdrawals and roll backs.
 */
export const steps: fc.Arbitrary<Step[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom<StepKind>('publish', 'schedule', 'schedule', 'schedule', 'withdraw', 'roll_back'),
      ahead: fc.integer({ min: 1, max: 14 }).map((n) => n * 10 + (n % 3)),
      pick: fc.nat(),
    }),
    { minLength: 11, maxLength: 11 },
  )
  .map((list) => [
    { kind: 'publish', now: hours(0), live: hours(0), pick: 0 },
    ...list.map(({ kind, ahead, pick }, n): Step => {
      const now = hours((n + 1) * 10);
      return { kind, now, live: new Date(now.getTime() + (kind === 'schedule' ? ahead * hour : 0)), pick };
    }),
  ]);

/** Few prices and ends, so that a change often says what holds already. */
const wanted: fc.Arbitrary<Wanted> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      unitPrice: fc.constantFrom('0.0000', '8.5000', '9.0000', '9.4999'),
      validTo: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constant(hours(95)) }),
    }),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);

/** What each of the steps would change of one product, were it a revision. */
export const productStory: fc.Arbitrary<ProductStory> = fc.array(
  fc.tuple(
    ...keys.map(() => fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: wanted })),
  ),
  { minLength: 12, maxLength: 12 },
);
