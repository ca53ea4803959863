import { Injectable } from '@nestjs/common';
import { UnitPrice } from '../../shared/money.js';
import { Quantity } from '../../shared/quantity.js';
import { floorOf, type FloorRules, type Light, UnitCost } from '../domain/margin.js';
import { CategoryTree, type Goods } from './catalogue-ports.js';
import { MarginBasis } from './cost-ports.js';

type Measured = Pick<Goods, 'id' | 'category' | 'baseUnit' | 'units'>;

/** Costs and floors of some products at an instant, to hold prices against. */
export class KnownMargins {
  private readonly floors = new Map<string, number | null>();

  constructor(
    private readonly costs: ReadonlyMap<string, string>,
    private readonly rules: FloorRules,
  ) {}

  /** What a unit of the product costs; null where nobody said, or where it is not sold in that unit. */
  costOf({ id, baseUnit, units }: Measured, unit: string): UnitCost | null {
    const perBaseUnit = this.costs.get(id);
    const factor = unit === baseUnit ? Quantity.one : units.find(({ code }) => code === unit)?.factor;
    return perBaseUnit !== undefined && factor ? UnitCost.of(UnitPrice.stored(perBaseUnit), factor) : null;
  }

  /** How a price of the product stands to its floor; unknown without a price, a cost or a floor. */
  lightOf({ category }: Measured, cost: UnitCost | null, price: UnitPrice | null): Light {
    const floor = this.floorOf(category.id);
    return cost && price && floor !== null ? cost.lightOf(price, floor) : 'unknown';
  }

  private floorOf(categoryId: string): number | null {
    const known = this.floors.get(categoryId);
    if (known !== undefined) return known;
    const floor = floorOf(categoryId, this.rules);
    this.floors.set(categoryId, floor);
    return floor;
  }
}

/** Finds what prices of any number of products are held against, at the cost of one statement. */
@Injectable()
export class PriceLights {
  constructor(
    private readonly basis: MarginBasis,
    private readonly categories: CategoryTree,
  ) {}

  /** By the costs of `at`. */
  async of(productIds: readonly string[], at: Date): Promise<KnownMargins> {
    const [{ costs, floors, defaultFloor }, ancestors] = await Promise.all([
      this.basis.of(productIds, at),
      this.categories.ancestors(),
    ]);
    return new KnownMargins(costs, { byCategory: floors, ancestors, fallback: defaultFloor });
  }
}
