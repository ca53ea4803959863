import { divideHalfUp, parseDecimal } from '../../shared/decimal.js';
import { UnitPrice } from '../../shared/money.js';
import { err, ok, type Result } from '../../shared/result.js';
import type { Ratio } from './ratio.js';

export type RoundingMode = 'nearest' | 'up' | 'down';

/** Prices a formula may end at: multiples of `step`, moved by `ending`; both in ten-thousandths. */
export interface PriceRounding {
  readonly step: bigint;
  readonly ending: bigint;
  readonly mode: RoundingMode;
}

/** What a price is rounded to when nothing else is said: the ten-thousandth. */
export const exactly: PriceRounding = { step: 1n, ending: 0n, mode: 'nearest' };

export type RoundingError = { readonly code: 'rounding.invalid' };

/** To a multiple of `to`, or to prices that end like `ending`: 0.99 means 0.99, 1.99 …, 9.90 means 9.90, 19.90 … */
export function priceRounding(wanted: {
  readonly to?: string | undefined;
  readonly ending?: string | undefined;
  readonly mode?: RoundingMode | undefined;
}): Result<PriceRounding, RoundingError> {
  const { to, ending, mode = 'nearest' } = wanted;
  if ((to === undefined) === (ending === undefined)) return err({ code: 'rounding.invalid' });
  const scaled = parseDecimal(to ?? ending ?? '', 4);
  if (scaled === null || scaled <= 0n) return err({ code: 'rounding.invalid' });
  if (to !== undefined) return ok({ step: scaled, ending: 0n, mode });
  let step = 10_000n;
  while (step <= scaled) step *= 10n;
  return ok({ step, ending: scaled, mode });
}

export type PriceOutOfRange = { readonly code: 'price.negative' } | { readonly code: 'price.too_large' };

const dearest = 10n ** 14n;

/**
 * Rounds an exact price once. Zero stays zero, and nothing else becomes it: a price above zero never rounds below the
 * least price its rounding allows.
 */
export function roundedPrice(exact: Ratio, { step, ending, mode }: PriceRounding): Result<UnitPrice, PriceOutOfRange> {
  if (exact.isNegative) return err({ code: 'price.negative' });
  if (exact.dividend === 0n) return ok(UnitPrice.ofTenThousandths(0n));
  // (price − ending) / step, both sides as whole numbers.
  const dividend = exact.dividend * 10_000n - ending * exact.divisor;
  const divisor = exact.divisor * step;
  const steps = mode === 'nearest' ? nearest(dividend, divisor) : floor(dividend, divisor, mode === 'up');
  const least = ending > 0n ? ending : step;
  const rounded = steps * step + ending;
  const price = rounded < least ? least : rounded;
  return price < dearest ? ok(UnitPrice.ofTenThousandths(price)) : err({ code: 'price.too_large' });
}

/** Half a step goes up, also below zero. */
const nearest = (dividend: bigint, divisor: bigint): bigint =>
  dividend < 0n ? floor(dividend * 2n + divisor, divisor * 2n, false) : divideHalfUp(dividend, divisor);

function floor(dividend: bigint, divisor: bigint, up: boolean): bigint {
  const quotient = dividend / divisor;
  const exact = quotient * divisor === dividend;
  if (up) return exact || dividend < 0n ? quotient : quotient + 1n;
  return exact || dividend >= 0n ? quotient : quotient - 1n;
}
