import type { Money } from '../../shared/money.js';
import type { CodeTerms } from './discounts.js';

/** A trade code as it is kept: its terms, its limits and how far they are used. */
export interface KnownCode extends CodeTerms {
  readonly id: string;
  /** Null: without limit. */
  readonly maxUses: number | null;
  readonly maxUsesPerCompany: number | null;
  /** Counted as far as the limits need it. */
  readonly uses: number;
  readonly usesByCompany: number;
  /** What the lines must come to before discounts; null: anything. */
  readonly minimumOrder: string | null;
}

/** Why a trade code does not count. */
export type TradeCodeProblem =
  | { readonly code: 'trade_code.not_valid' }
  | { readonly code: 'trade_code.used_up'; readonly limit: number }
  | { readonly code: 'trade_code.used_up_by_company'; readonly limit: number }
  | {
      readonly code: 'trade_code.minimum_order';
      readonly minimum: string;
      readonly subtotal: string;
      readonly missing: string;
    };

/** Whether the code is switched on and within its period. */
export function isInForce({ active, validFrom, validTo }: CodeTerms, at: Date): boolean {
  return active && (!validFrom || validFrom <= at) && (!validTo || validTo > at);
}

/** What is wrong with a code at an instant whatever is ordered; null: nothing. */
export function refusalOf(known: KnownCode | null, at: Date): TradeCodeProblem | null {
  if (!known || !isInForce(known, at)) return { code: 'trade_code.not_valid' };
  const { maxUses, uses, maxUsesPerCompany, usesByCompany } = known;
  if (maxUses !== null && uses >= maxUses) return { code: 'trade_code.used_up', limit: maxUses };
  if (maxUsesPerCompany !== null && usesByCompany >= maxUsesPerCompany) {
    return { code: 'trade_code.used_up_by_company', limit: maxUsesPerCompany };
  }
  return null;
}

/** What lines of this worth before discounts lack for the code; null: nothing. */
export function shortfallOf(minimum: Money | null, subtotal: Money): TradeCodeProblem | null {
  if (!minimum || subtotal.compare(minimum) >= 0) return null;
  return {
    code: 'trade_code.minimum_order',
    minimum: minimum.toString(),
    subtotal: subtotal.toString(),
    missing: minimum.minus(subtotal).toString(),
  };
}
