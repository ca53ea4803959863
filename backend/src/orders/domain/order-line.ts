import type { Money, UnitPrice } from '../../shared/money.js';
import { Quantity } from '../../shared/quantity.js';

export interface BranchRef {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** What was agreed about one line, frozen, and how much of it left and arrived; quantities in the line's own unit. */
export interface OrderLine {
  readonly lineNo: number;
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly unit: string;
  readonly unitName: string;
  readonly factor: Quantity;
  readonly quantity: Quantity;
  readonly unitPrice: UnitPrice;
  readonly listPrice: UnitPrice | null;
  readonly lineTotal: Money;
  readonly source: string;
  readonly sourceLabel: string;
  readonly badge: object | null;
  readonly derived: boolean;
  /** Where its goods come from; null while they are backordered. */
  readonly branch: BranchRef | null;
  readonly expectedDate: string | null;
  readonly note: string | null;
  readonly shipped: Quantity;
  readonly delivered: Quantity;
}

/** What was not shipped yet. */
export const openQuantity = ({ quantity, shipped }: OrderLine): Quantity => quantity.minus(shipped);

/** What the whole line is in base units. */
export const baseUnitsOf = ({ quantity, factor }: OrderLine): Quantity => quantity.inBaseUnits(factor);

/** The base units of a further shipment; shipments of a line add up to its base quantity, however each is rounded. */
export const baseUnitsOfShipment = ({ shipped, factor }: OrderLine, quantity: Quantity): Quantity =>
  shipped.plus(quantity).inBaseUnits(factor).minus(shipped.inBaseUnits(factor));

/** How far a line got, for the whole order's standing. */
export const progressOf = ({ quantity, shipped, delivered }: OrderLine) => ({
  isShipped: shipped.atLeast(quantity),
  isDelivered: delivered.atLeast(quantity),
  anyShipped: !shipped.equals(Quantity.zero),
  anyDelivered: !delivered.equals(Quantity.zero),
});
