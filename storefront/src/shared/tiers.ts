import type { Tier } from './views';

/** Price breaks with where each ends, and which of them a quantity is in (−1: below all). */
export interface TierRange extends Tier {
  /** The minimum of the next tier; null for the last. */
  next: string | null;
}

// Quantities have three decimals and stay far below 2^53 thousandths: comparing them as numbers is exact.
const amount = (quantity: string): number => Math.round(Number(quantity) * 1000);

/** The tiers in rising order, each with where the next begins. */
export function tierRanges(tiers: readonly Tier[]): TierRange[] {
  const rising = [...tiers].sort((one, other) => amount(one.minimum) - amount(other.minimum));
  return rising.map((tier, index) => ({ ...tier, next: rising[index + 1]?.minimum ?? null }));
}

/** The tier a quantity is in. */
export function tierAt(ranges: readonly TierRange[], quantity: string): number {
  return ranges.filter(({ minimum }) => amount(minimum) <= amount(quantity)).length - 1;
}

/** The last quantity of a tier in this step: "89" before "90" in whole steps. */
export function lastOf(range: TierRange, step: string): string | null {
  return range.next === null ? null : String((amount(range.next) - amount(step)) / 1000);
}

/** How far a price is below another, as a share: −0.16. Null where there is nothing to compare. */
export function against(list: string | null, price: string): number | null {
  const from = Number(list);
  return list === null || !(from > 0) || Number(price) === from ? null : Number(price) / from - 1;
}
