import type { Offer } from '../application/pricing.js';
import type { PriceBadge } from '../domain/price-badge.js';
import type { PriceBreak, PriceScope } from '../domain/price-resolver.js';

/** From `minimum` on, one unit costs `unitPrice`. */
export class TierView {
  minimum!: string;
  unitPrice!: string;
}

/** Where a price comes from, for screens to put into words. */
export class BadgeView {
  code!: 'contract' | 'state' | 'list' | 'on_request';
  stateCode!: string | null;
  tierMinimum!: string | null;
  tierUnit!: string | null;
  discountPercent!: string | null;
}

/** What one unit costs; `tiers` are the quantities at which that changes. */
export class PriceView {
  unitPrice!: string;
  currency!: string;
  unit!: string;
  source!: PriceScope;
  sourceLabel!: string;
  badge!: BadgeView;
  listPrice!: string | null;
  derived!: boolean;
  tiers!: TierView[];
}

/** The next price break above a quantity, and how much more it takes. */
export class NextTierView {
  minimum!: string;
  unitPrice!: string;
  missing!: string;
}

/** A price for a quantity. */
export class QuotedPriceView extends PriceView {
  quantity!: string;
  lineTotal!: string;
  nextTier!: NextTierView | null;
}

export const toBadge = (badge: PriceBadge): BadgeView => ({ ...badge });

const toTier = ({ minimum, unitPrice }: PriceBreak): TierView => ({
  minimum: minimum.toString(),
  unitPrice: unitPrice.toString(),
});

/** Null when it is not offered, or prices are not shown. */
export function toPrice(offer: Offer | null): PriceView | null {
  if (!offer) return null;
  const { unitPrice, currency, unit, source, sourceLabel, badge, listPrice, derived } = offer.resolution;
  if (!unitPrice || !source) return null;
  return {
    unitPrice: unitPrice.toString(),
    currency,
    unit,
    source,
    sourceLabel,
    badge: toBadge(badge),
    listPrice: listPrice?.toString() ?? null,
    derived,
    tiers: offer.tiers.map(toTier),
  };
}

export function toQuotedPrice(offer: Offer | null): QuotedPriceView | null {
  const price = toPrice(offer);
  if (!offer || !price) return null;
  const { quantity, lineTotal } = offer.resolution;
  const next = offer.tiers.find(({ minimum }) => !quantity.atLeast(minimum));
  return {
    ...price,
    quantity: quantity.toString(),
    lineTotal: lineTotal?.toString() ?? '',
    nextTier: next ? { ...toTier(next), missing: next.minimum.minus(quantity).toString() } : null,
  };
}

/** Whether there is a price, none for this viewer, or none shown to them. */
export type PriceStatus = 'priced' | 'on_request' | 'hidden';

export const priceStatusOf = (offer: Offer | null): PriceStatus =>
  !offer ? 'hidden' : offer.resolution.unitPrice ? 'priced' : 'on_request';
