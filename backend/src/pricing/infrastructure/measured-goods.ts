import type { Measure } from '../application/cost-ports.js';
import { floorOf, type FloorRules } from '../domain/margin.js';

/** Products with their base unit and floor, and units with their factors, as columns for `unnest`. */
export interface MeasuredGoods {
  readonly ids: readonly string[];
  readonly baseUnits: readonly string[];
  /** Ten-thousandths. */
  readonly floors: readonly (number | null)[];
  readonly skus: readonly string[];
  readonly unitIds: readonly string[];
  readonly units: readonly string[];
  readonly factors: readonly string[];
}

/** Puts what the catalogue and the floors say of products into columns. */
export function measuredGoods(measures: readonly Measure[], rules: FloorRules): MeasuredGoods {
  const floors = new Map<string, number | null>();
  const floor = (categoryId: string): number | null => {
    const known = floors.get(categoryId);
    if (known !== undefined) return known;
    const found = floorOf(categoryId, rules);
    floors.set(categoryId, found);
    return found;
  };
  const [unitIds, units, factors]: [string[], string[], string[]] = [[], [], []];
  for (const { id, factors: each } of measures) {
    for (const [unit, factor] of Object.entries(each)) {
      unitIds.push(id);
      units.push(unit);
      factors.push(factor);
    }
  }
  return {
    ids: measures.map(({ id }) => id),
    baseUnits: measures.map(({ baseUnit }) => baseUnit),
    floors: measures.map(({ categoryId }) => floor(categoryId)),
    skus: measures.map(({ sku }) => sku),
    ...{ unitIds, units, factors },
  };
}
