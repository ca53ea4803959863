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
