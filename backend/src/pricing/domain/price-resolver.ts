import type { UnitPrice } from '../../shared/money.js';
import { Quantity } from '../../shared/quantity.js';
import type { Discount } from './discounts.js';

/** From the most to the least particular: the first scope with a price wins. */
export const priceScopes = ['company', 'state', 'national'] as const;
export type PriceScope = (typeof priceScopes)[number];

/** The table an entry stands in; of equal entries the one in the table of higher priority wins. */
export interface TableRef {
  readonly id: string;
  readonly name: string;
  readonly scope: PriceScope;
  readonly stateCode: string | null;
  readonly priority: number;
  /** The table speaks from here on; null or left out: since ever. */
  readonly validFrom?: Date | null;
  /** The first instant it speaks no more; null or left out: for ever. */
  readonly validTo?: Date | null;
}

/** One price entry that has a say at an instant, in whatever unit. */
export interface Candidate {
  readonly entryId: string;
  readonly revisionId: string;
  readonly table: TableRef;
  readonly unit: string;
  readonly minimum: Quantity;
  readonly unitPrice: UnitPrice;
  /** Null: since ever. */
  readonly validFrom: Date | null;
  /** The first instant it is no longer valid; null: for ever. */
  readonly validTo: Date | null;
  /** When the revision that brings it goes live, where that is still ahead; null: live. */
  readonly liveFrom: Date | null;
}

/** What somebody wants to know the price of; `factor` is how many base units one `unit` holds. */
export interface Ask {
  readonly unit: string;
  readonly baseUnit: string;
  readonly factor: Quantity;
  readonly quantity: Quantity;
}

export const lossReasons = [
  'less_specific',
  'below_tier',
  'smaller_tier',
  'not_yet_valid',
  'expired',
  'other_unit',
  'lower_priority',
] as const;
/** Why a candidate did not become the price. */
export type LossReason = (typeof lossReasons)[number];

export interface Loser {
  readonly candidate: Candidate;
  readonly reason: LossReason;
}

/** A step between the winning entry and the price asked for; discounts that were not the better one say why. */
export type Adjustment =
  | { readonly kind: 'derived'; readonly factor: Quantity; readonly from: UnitPrice; readonly to: UnitPrice }
  | {
      readonly kind: Discount['kind'];
      readonly name: string;
      readonly rate: bigint;
      readonly from: UnitPrice;
      readonly to: UnitPrice;
      readonly passedOver: 'smaller_discount' | 'company_price_is_final' | null;
    };

/** The price of one unit, how it came about and what it was preferred to; without a winner there is no price. */
export interface Outcome {
  readonly winner: Candidate | null;
  readonly unitPrice: UnitPrice | null;
  /** The price comes from an entry in the base unit. */
  readonly derived: boolean;
  /** What the national scope alone would say, before discounts. */
  readonly listPrice: UnitPrice | null;
  readonly adjustments: readonly Adjustment[];
  readonly losers: readonly Loser[];
}

/** From `minimum` of the asked unit on, one unit costs `unitPrice`. */
export interface PriceBreak {
  readonly minimum: Quantity;
  readonly unitPrice: UnitPrice;
}

/** The entries of one scope that speak of the asked quantity, all in the same unit. */
interface Contest {
  readonly entries: readonly Candidate[];
  readonly derived: boolean;
  readonly quantity: Quantity;
}

/** Chooses the one price that holds at an instant and says of every other candidate why it lost. */
export class PriceResolver {
  constructor(private readonly at: Date) {}

  /** Scopes in order, the highest tier reached within a scope, then at most one discount; a company's price takes none. */
  resolve(ask: Ask, candidates: readonly Candidate[], discounts: readonly Discount[] = []): Outcome {
    const losers: Loser[] = [];
    const valid = this.validOf(candidates, losers);
    let winner: Candidate | null = null;
    let derived = false;
    let listPrice: UnitPrice | null = null;
    for (const scope of priceScopes) {
      const contest = contestIn(scope, valid, ask, losers);
      const best = winnerOf(contest);
      if (scope === 'national' && best)
        listPrice = contest.derived ? best.unitPrice.timesFactor(ask.factor) : best.unitPrice;
      for (const candidate of contest.entries) {
        if (winner) losers.push({ candidate, reason: 'less_specific' });
        else if (candidate !== best)
          losers.push({ candidate, reason: reasonAgainst(candidate, best, contest.quantity) });
      }
      if (!winner && best) [winner, derived] = [best, contest.derived];
    }
    if (!winner) return { winner, unitPrice: null, derived: false, listPrice, adjustments: [], losers };
    const { unitPrice, adjustments } = adjusted(winner, derived, ask.factor, discounts);
    return { winner, unitPrice, derived, listPrice, adjustments, losers };
  }

  /**
   * Every quantity at which the price changes, ascending, from `least` on and rounded up to the step. Each break holds
   * what `resolve` answers for that quantity, whatever scope it comes from; quantities without a price are left out.
   */
  breaks(
    ask: Omit<Ask, 'quantity'>,
    candidates: readonly Candidate[],
    discounts: readonly Discount[] = [],
    { least = Quantity.zero, step }: { least?: Quantity; step?: Quantity } = {},
  ): PriceBreak[] {
    const valid = this.validOf(candidates, null);
    const minimums = new Set<bigint>();
    for (const { unit, minimum } of valid) {
      if (unit !== ask.unit && unit !== ask.baseUnit) continue;
      const reached = unit === ask.unit ? minimum.thousandths : reachedAt(minimum, ask.factor);
      minimums.add(roundUp(reached > least.thousandths ? reached : least.thousandths, step));
    }
    const found: PriceBreak[] = [];
    for (const thousandths of [...minimums].sort((a, b) => (a < b ? -1 : 1))) {
      const minimum = Quantity.ofThousandths(thousandths);
      const { unitPrice } = this.resolve({ ...ask, quantity: minimum }, valid, discounts);
      if (unitPrice && found.at(-1)?.unitPrice.compare(unitPrice) !== 0) found.push({ minimum, unitPrice });
    }
    return found;
  }

  private validOf(candidates: readonly Candidate[], losers: Loser[] | null): Candidate[] {
    const valid: Candidate[] = [];
    for (const candidate of candidates) {
      const { liveFrom } = candidate;
      const { validFrom, validTo } = periodOf(candidate);
      if ((liveFrom && liveFrom > this.at) || (validFrom && validFrom > this.at)) {
        losers?.push({ candidate, reason: 'not_yet_valid' });
      } else if (validTo && validTo <= this.at) losers?.push({ candidate, reason: 'expired' });
      else valid.push(candidate);
    }
    return valid;
  }
}

/** When an entry speaks: within its own validity and its table's. */
export function periodOf({ table, ...entry }: Candidate): { validFrom: Date | null; validTo: Date | null } {
  const [from, to] = [table.validFrom ?? null, table.validTo ?? null];
  const { validFrom, validTo } = entry;
  return {
    validFrom: !validFrom || (from && from > validFrom) ? from : validFrom,
    validTo: !validTo || (to && to < validTo) ? to : validTo,
  };
}

/** Entries in the asked unit; only a scope that has none of them falls back to its base unit. */
function contestIn(scope: PriceScope, valid: readonly Candidate[], ask: Ask, losers: Loser[]): Contest {
  const asked: Candidate[] = [];
  const inBaseUnit: Candidate[] = [];
  for (const candidate of valid) {
    if (candidate.table.scope !== scope) continue;
    if (candidate.unit === ask.unit) asked.push(candidate);
    else if (candidate.unit === ask.baseUnit) inBaseUnit.push(candidate);
    else losers.push({ candidate, reason: 'other_unit' });
  }
  if (asked.length === 0 && inBaseUnit.length > 0) {
    return { entries: inBaseUnit, derived: true, quantity: ask.quantity.inBaseUnits(ask.factor) };
  }
  for (const candidate of inBaseUnit) losers.push({ candidate, reason: 'other_unit' });
  return { entries: asked, derived: false, quantity: ask.quantity };
}

function winnerOf({ entries, quantity }: Contest): Candidate | null {
  let best: Candidate | null = null;
  for (const entry of entries) {
    if (quantity.atLeast(entry.minimum) && (!best || beats(entry, best))) best = entry;
  }
  return best;
}

/**
 * Higher minimum, then higher table priority, then newer start (of equal ones the entry's own), then the smaller id: the
 * table's before the entry's, which is another after each revision, so that a roll back gives back who had won.
 */
function beats(a: Candidate, b: Candidate): boolean {
  if (a.minimum.thousandths !== b.minimum.thousandths) return a.minimum.thousandths > b.minimum.thousandths;
  if (a.table.priority !== b.table.priority) return a.table.priority > b.table.priority;
  const [aFrom, bFrom] = [startOf(periodOf(a)), startOf(periodOf(b))];
  if (aFrom !== bFrom) return aFrom > bFrom;
  if (startOf(a) !== startOf(b)) return startOf(a) > startOf(b);
  return a.table.id === b.table.id ? a.entryId < b.entryId : a.table.id < b.table.id;
}

const startOf = ({ validFrom }: { readonly validFrom: Date | null }): number => validFrom?.getTime() ?? -Infinity;

function reasonAgainst(candidate: Candidate, best: Candidate | null, quantity: Quantity): LossReason {
  if (!quantity.atLeast(candidate.minimum)) return 'below_tier';
  return best && best.minimum.equals(candidate.minimum) ? 'lower_priority' : 'smaller_tier';
}

function adjusted(winner: Candidate, derived: boolean, factor: Quantity, discounts: readonly Discount[]) {
  const adjustments: Adjustment[] = [];
  let unitPrice = winner.unitPrice;
  if (derived) {
    const from = unitPrice;
    unitPrice = from.timesFactor(factor);
    adjustments.push({ kind: 'derived', factor, from, to: unitPrice });
  }
  const isFinal = winner.table.scope === 'company';
  let better: Discount | null = null;
  for (const discount of discounts) if (!isFinal && (!better || discount.rate > better.rate)) better = discount;
  const from = unitPrice;
  if (better) unitPrice = from.discounted(better.rate);
  for (const discount of discounts) {
    const passedOver = isFinal ? 'company_price_is_final' : discount === better ? null : 'smaller_discount';
    adjustments.push({ ...discount, from, to: from.discounted(discount.rate), passedOver });
  }
  return { unitPrice, adjustments };
}

/** The least quantity of the asked unit that counts as `minimum` base units. */
const reachedAt = (minimum: Quantity, factor: Quantity): bigint => {
  const least = (minimum.thousandths * 1000n - 500n + factor.thousandths - 1n) / factor.thousandths;
  return least > 0n ? least : 1n;
};

const roundUp = (thousandths: bigint, step: Quantity | undefined): bigint =>
  step ? ((thousandths + step.thousandths - 1n) / step.thousandths) * step.thousandths : thousandths;
