import { parseDecimal } from '../../shared/decimal.js';
import { UnitPrice } from '../../shared/money.js';
import { err, ok, type Result } from '../../shared/result.js';

/** What somebody says one base unit costs, and over which time. */
export interface WantedCost {
  readonly unitCost?: string | undefined;
  /** Null: since ever; left out: from now on, or since ever when the product had no cost before. */
  readonly validFrom?: Date | null | undefined;
  readonly validTo?: Date | undefined;
}

export type CostError =
  | { readonly code: 'cost.not_given' }
  | { readonly code: 'cost.negative'; readonly unitCost: string }
  | { readonly code: 'cost.too_precise'; readonly unitCost: string }
  | { readonly code: 'cost.invalid'; readonly unitCost: string }
  | { readonly code: 'cost.empty_window' };

export interface ProductCost {
  readonly productId: string;
  readonly unitCost: UnitPrice;
  readonly validFrom: Date | null | undefined;
  readonly validTo: Date | null;
}

// What numeric(14, 4) can hold.
const dearest = 10n ** 14n;

/** Reads what a product is said to cost. */
export function productCost(productId: string, wanted: WantedCost, now: Date): Result<ProductCost, CostError> {
  const { unitCost, validFrom, validTo = null } = wanted;
  const begins = validFrom === undefined ? now : validFrom;
  if (unitCost === undefined || unitCost.trim() === '') return err({ code: 'cost.not_given' });
  if (validTo && begins && validTo <= begins) return err({ code: 'cost.empty_window' });
  const cost = UnitPrice.parse(unitCost);
  if (cost && cost.tenThousandths < dearest) return ok({ productId, unitCost: cost, validFrom, validTo });
  const precise = cost ? null : parseDecimal(unitCost, 12);
  if (precise === null) return err({ code: 'cost.invalid', unitCost });
  return err({ code: precise < 0n ? 'cost.negative' : 'cost.too_precise', unitCost });
}
