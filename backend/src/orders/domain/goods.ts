import type { Quantity } from '../../shared/quantity.js';

/** A unit goods are sold in: `factor` base units each, bought in multiples of `step`, at least `minimum`. */
export interface SellingUnit {
  readonly code: string;
  readonly name: string;
  readonly factor: Quantity;
  readonly step: Quantity;
  readonly minimum: Quantity;
}

/** A product as a cart needs to know it; quantities of stock are in base units. */
export interface Goods {
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly categoryId: string;
  readonly baseUnit: string;
  readonly units: readonly SellingUnit[];
  readonly status: 'draft' | 'active' | 'archived';
  readonly thumbnailUrl: string | null;
  readonly drawing: string | null;
  readonly backorder: boolean;
  readonly restockDate: string | null;
  readonly availability: Availability;
}

export interface Availability {
  readonly status: 'in_stock' | 'low' | 'out' | 'backorder';
  readonly available: Quantity;
  readonly branches: readonly { readonly code: string; readonly name: string; readonly available: Quantity }[];
}

/** Goods by product id; what is missing does not exist for this tenant. */
export type GoodsById = ReadonlyMap<string, Goods>;

/** The unit asked for; without one the base unit, else the first unit there is. */
export function sellingUnit(goods: Goods, code?: string): SellingUnit | undefined {
  if (code !== undefined) return goods.units.find((unit) => unit.code === code);
  return goods.units.find((unit) => unit.code === goods.baseUnit) ?? goods.units[0];
}

/** The most that a single branch can hand out: an order's goods of one product come from one branch. */
export const mostAtOneBranch = ({ availability }: Goods): Quantity | undefined =>
  availability.branches
    .map(({ available }) => available)
    .reduce<Quantity | undefined>((most, available) => (most?.atLeast(available) ? most : available), undefined);
