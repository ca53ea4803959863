import { Quantity } from '../../shared/quantity.js';
import type { SellingUnit } from './goods.js';

/** Far above what anybody orders, and low enough that no total outgrows its column. */
export const largestQuantity = Quantity.ofThousandths(10_000_000_000n);

interface Nearest {
  readonly productId: string;
  readonly unit: string;
  readonly step: string;
  readonly minimum: string;
  /** The nearest quantities that would do; null where there is none. */
  readonly below: string | null;
  readonly above: string;
}

export type QuantityRefused =
  | ({ readonly code: 'cart.quantity_off_step' } & Nearest)
  | ({ readonly code: 'cart.below_minimum' } & Nearest)
  | { readonly code: 'cart.quantity_too_large'; readonly limit: string };

/** Why goods are not sold in this quantity, with the nearest that would do; null when they are. */
export function refusalOfQuantity(productId: string, unit: SellingUnit, quantity: Quantity): QuantityRefused | null {
  if (!largestQuantity.atLeast(quantity)) {
    return { code: 'cart.quantity_too_large', limit: largestQuantity.toString() };
  }
  const tooLittle = !quantity.atLeast(unit.minimum);
  if (!tooLittle && quantity.isMultipleOf(unit.step)) return null;

  const least = multipleAtOrAbove(unit.minimum, unit.step);
  const next = multipleAtOrAbove(quantity, unit.step);
  const previous = next.minus(unit.step);
  return {
    code: tooLittle ? 'cart.below_minimum' : 'cart.quantity_off_step',
    productId,
    unit: unit.code,
    step: unit.step.toString(),
    minimum: unit.minimum.toString(),
    below: !tooLittle && previous.atLeast(least) ? previous.toString() : null,
    above: (next.atLeast(least) ? next : least).toString(),
  };
}

const multipleAtOrAbove = (quantity: Quantity, step: Quantity): Quantity =>
  Quantity.ofThousandths(((quantity.thousandths + step.thousandths - 1n) / step.thousandths) * step.thousandths);
