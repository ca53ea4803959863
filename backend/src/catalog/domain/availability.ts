import { Quantity } from '../../shared/quantity.js';

export type AvailabilityStatus = 'in_stock' | 'low' | 'out' | 'backorder';

/** What can be promised today, in base units: the sum, and what each branch can hand out. */
export interface Availability {
  readonly status: AvailabilityStatus;
  readonly available: Quantity;
  readonly branches: readonly { readonly code: string; readonly name: string; readonly available: Quantity }[];
}

/** A product's stock at one branch, in base units. */
export interface BranchStock {
  readonly code: string;
  readonly name: string;
  readonly onHand: Quantity;
  readonly reserved: Quantity;
  readonly safety: Quantity;
}

/** At most this many base units are low whatever the product. */
export const lowAtMost = Quantity.ofThousandths(10_000n);

/** On hand less reserved less safety stock, never below zero. */
export const availableAt = ({ onHand, reserved, safety }: Omit<BranchStock, 'code' | 'name'>): Quantity =>
  onHand.minus(reserved.plus(safety));

/**
 * Sums what the branches can hand out. It is low when no more is left than the branches keep as safety stock together,
 * or than ten base units; nothing at all is out, unless the product may be backordered.
 */
export function availabilityOf(stock: readonly BranchStock[], backorder: boolean): Availability {
  const branches = stock.map((at) => ({ code: at.code, name: at.name, available: availableAt(at) }));
  const available = branches.reduce((sum, branch) => sum.plus(branch.available), Quantity.zero);
  const safety = stock.reduce((sum, at) => sum.plus(at.safety), Quantity.zero);
  return { status: statusOf(available, safety, backorder), available, branches };
}

function statusOf(available: Quantity, safety: Quantity, backorder: boolean): AvailabilityStatus {
  if (available.equals(Quantity.zero)) return backorder ? 'backorder' : 'out';
  return lowAtMost.atLeast(available) || safety.atLeast(available) ? 'low' : 'in_stock';
}
