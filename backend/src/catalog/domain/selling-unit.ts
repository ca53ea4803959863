import type { Quantity } from '../../shared/quantity.js';

/** A unit a product is sold in: `factor` base units each, bought in multiples of `step`, at least `minimum`. */
export interface SellingUnit {
  readonly code: string;
  readonly name: string;
  readonly factor: Quantity;
  readonly step: Quantity;
  readonly minimum: Quantity;
}
