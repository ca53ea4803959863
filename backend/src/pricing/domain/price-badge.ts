import { formatDecimal } from '../../shared/decimal.js';
import type { Outcome, PriceScope } from './price-resolver.js';

/** What a buyer may know of where a price comes from, in parts that screens put into words. */
export interface PriceBadge {
  readonly code: 'contract' | 'state' | 'list' | 'on_request';
  readonly stateCode: string | null;
  /** The tier reached, when it is not the first one; in `tierUnit`. */
  readonly tierMinimum: string | null;
  readonly tierUnit: string | null;
  /** The discount in the price, in percent, or null. */
  readonly discountPercent: string | null;
}

const codes = { company: 'contract', state: 'state', national: 'list' } as const satisfies Record<PriceScope, string>;

/** The short form of a trace: never names a table, a person or another price. */
export function badgeOf({ winner, adjustments, losers }: Outcome): PriceBadge {
  if (!winner) {
    return { code: 'on_request', stateCode: null, tierMinimum: null, tierUnit: null, discountPercent: null };
  }
  const isHigherTier = losers.some(
    ({ candidate, reason }) => reason === 'smaller_tier' && candidate.table.scope === winner.table.scope,
  );
  const discount = adjustments.find((step) => step.kind !== 'derived' && step.passedOver === null);
  return {
    code: codes[winner.table.scope],
    stateCode: winner.table.stateCode,
    tierMinimum: isHigherTier ? winner.minimum.toString() : null,
    tierUnit: isHigherTier ? winner.unit : null,
    discountPercent: discount && discount.kind !== 'derived' ? formatDecimal(discount.rate, 2) : null,
  };
}

/** The badge in plain English, for whoever reads the API without screens: `State price · TX, 50+ tier`. */
export function labelOf({ code, stateCode, tierMinimum, discountPercent }: PriceBadge): string {
  const names = { contract: 'Contract price', state: `State price · ${stateCode}`, list: 'List price' };
  if (code === 'on_request') return 'Price on request';
  const tier = tierMinimum ? `, ${tierMinimum}+ tier` : '';
  const discount = discountPercent ? `, −${discountPercent.replace(/\.?0+$/, '')} %` : '';
  return names[code] + tier + discount;
}
