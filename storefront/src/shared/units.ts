import type { SellingUnit } from './views';

/** The unit a product is first shown in: the smallest one sold. */
export function firstUnit(units: readonly SellingUnit[], preferred?: string | null): SellingUnit | undefined {
  const asked = units.find(({ code }) => code === preferred);
  return asked ?? [...units].sort((one, other) => Number(one.factor) - Number(other.factor))[0];
}

/** The name of the unit that is the base unit itself, for stock figures. */
export function baseUnitName(units: readonly SellingUnit[], baseUnit: string): string {
  return units.find(({ code }) => code === baseUnit)?.name ?? baseUnit;
}

/** The next larger unit with its content, when it holds a whole number of this one: "pallet of 56". */
export function packOf(units: readonly SellingUnit[], unit: string): { name: string; content: number } | null {
  const own = Number(units.find(({ code }) => code === unit)?.factor ?? 1);
  const larger = units
    .filter(({ factor }) => Number(factor) > own)
    .sort((one, other) => Number(one.factor) - Number(other.factor))[0];
  if (!larger) return null;
  const content = Number(larger.factor) / own;
  return Number.isInteger(content) ? { name: larger.name, content } : null;
}

/** How many whole packs a quantity makes; null when it makes none or not a whole number. */
export function packsIn(quantity: string, content: number): number | null {
  const packs = Number(quantity) / content;
  return packs >= 1 && Number.isInteger(packs) ? packs : null;
}
