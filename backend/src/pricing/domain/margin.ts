import { divideHalfUp, formatDecimal } from '../../shared/decimal.js';
import { UnitPrice } from '../../shared/money.js';
import type { Quantity } from '../../shared/quantity.js';

/** Floors by category and the tenant's default, all in ten-thousandths: 12 % = 1200. */
export interface FloorRules {
  readonly byCategory: ReadonlyMap<string, number>;
  readonly ancestors: ReadonlyMap<string, readonly string[]>;
  readonly fallback: number | null;
}

/** The floor that holds for a category: its own, else the nearest ancestor's, else the tenant's; null where there is none. */
export function floorOf(categoryId: string, { byCategory, ancestors, fallback }: FloorRules): number | null {
  const nearest = (ancestors.get(categoryId) ?? [categoryId]).find((id) => byCategory.has(id));
  return nearest === undefined ? fallback : (byCategory.get(nearest) ?? fallback);
}

/** How a price stands to its floor, for those who may not see costs: within this much above the floor is near. */
export const nearFloor = 200;

export type Light = 'ok' | 'near' | 'below' | 'unknown';

/** What one unit of a product costs, exact to the last digit of its factor, against what it is sold for. */
export class UnitCost {
  private constructor(private readonly tenMillionths: bigint) {}

  /** Of what a base unit costs and how many base units the unit holds. */
  static of(perBaseUnit: UnitPrice, factor: Quantity): UnitCost {
    return new UnitCost(perBaseUnit.tenThousandths * factor.thousandths);
  }

  /** Four decimals, half up. */
  get rounded(): UnitPrice {
    return UnitPrice.ofTenThousandths(divideHalfUp(this.tenMillionths, 1000n));
  }

  /** What is left of a price as a fraction with four decimals; null of nothing. */
  marginOf({ tenThousandths }: UnitPrice): string | null {
    if (tenThousandths === 0n) return null;
    const price = tenThousandths * 1000n;
    return formatDecimal(divideHalfUp((price - this.tenMillionths) * 10_000n, price), 4);
  }

  /** How a price stands to a floor in ten-thousandths. */
  lightOf({ tenThousandths }: UnitPrice, floor: number): Exclude<Light, 'unknown'> {
    const leavesLess = (margin: number): boolean =>
      tenThousandths * 1000n * BigInt(10_000 - margin) < this.tenMillionths * 10_000n;
    if (leavesLess(floor)) return 'below';
    return leavesLess(Math.min(floor + nearFloor, 9999)) ? 'near' : 'ok';
  }
}
