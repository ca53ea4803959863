import { Quantity } from '../../../shared/quantity.js';
import type { ActiveBranch } from '../../application/ports.js';
import type { ProductCard, StockedProduct } from '../../application/product-card.js';
import { type Availability, availabilityOf } from '../../domain/availability.js';
import type { ProductStatus } from '../../domain/product-status.js';
import type { SellingUnit } from '../../domain/selling-unit.js';
import type { Forest } from '../sql-category-tree.js';

/** What a card is made of; `p` is the product. */
export const cardColumns = `p.id, p.sku, p.slug, p.name, p.brand, p.category_id, p.base_unit, p.units::text as units,
  p.status, p.attributes, p.image_key, p.thumbnail_key, p.drawing, p.backorder, p.restock_date::text as restock_date`;

/** A product's stock levels as one JSON value; whole thousandths, which JSON carries exactly and cheaply. */
export const stockColumn = `(
  select json_agg(json_build_array(s.branch_id, (s.on_hand * 1000)::int8, (s.reserved * 1000)::int8,
    (s.safety * 1000)::int8))
  from catalog.stock_level s where s.product_id = p.id) as stock`;

export interface CardRow {
  id: string;
  sku: string;
  slug: string;
  name: string;
  brand: string | null;
  category_id: string;
  base_unit: string;
  units: string;
  status: ProductStatus;
  attributes: Record<string, string>;
  image_key: string | null;
  thumbnail_key: string | null;
  drawing: string | null;
  backorder: boolean;
  restock_date: string | null;
}

export type StockJson = readonly [branchId: string, onHand: number, reserved: number, safety: number][] | null;

export const mediaUrl = (key: string | null): string | null => key && `/media/${key}`;

export function cardOf(row: CardRow, categories: Forest): ProductCard {
  const category = categories.get(row.category_id);
  if (!category) throw new Error(`product ${row.id} is in no category`);
  return {
    id: row.id,
    sku: row.sku,
    slug: row.slug,
    name: row.name,
    brand: row.brand,
    category: { id: category.id, slug: category.slug, name: category.name },
    baseUnit: row.base_unit,
    units: unitsOf(row.units),
    status: row.status,
    attributes: row.attributes,
    imageUrl: mediaUrl(row.image_key),
    thumbnailUrl: mediaUrl(row.thumbnail_key),
    drawing: row.drawing ?? category.drawing,
    backorder: row.backorder,
    restockDate: row.restock_date,
  };
}

export function stockedOf(
  row: CardRow & { stock: StockJson },
  categories: Forest,
  branches: readonly ActiveBranch[],
): StockedProduct {
  return { ...cardOf(row, categories), availability: availabilityFrom(row.stock, branches, row.backorder) };
}

/** Counts the branches that are in use, in the tenant's order. */
export function availabilityFrom(
  stock: StockJson,
  branches: readonly ActiveBranch[],
  backorder: boolean,
): Availability {
  const levels = branches.flatMap(({ id, code, name }) => {
    const level = stock?.find(([branchId]) => branchId === id);
    if (!level) return [];
    const [, onHand, reserved, safety] = level;
    return [{ code, name, onHand: quantity(onHand), reserved: quantity(reserved), safety: quantity(safety) }];
  });
  return availabilityOf(levels, backorder);
}

const quantity = (thousandths: number): Quantity => Quantity.ofThousandths(BigInt(thousandths));

/** The first of a product's units, or its base unit where it was given none; `json` is that one unit. */
export function defaultUnitOf(json: string | null, baseUnit: string): SellingUnit {
  const [unit] = json === null ? [] : unitsOf(`[${json}]`);
  return unit ?? { code: baseUnit, name: baseUnit, factor: Quantity.one, step: Quantity.one, minimum: Quantity.one };
}

const parsedUnits = new Map<string, readonly SellingUnit[]>();

/** Most products are sold in the same few sets of units, so each set is parsed once. */
export function unitsOf(json: string): readonly SellingUnit[] {
  const parsed = parsedUnits.get(json);
  if (parsed) return parsed;
  const units = (JSON.parse(json) as Record<keyof SellingUnit, string>[]).map((unit) => ({
    code: unit.code,
    name: unit.name,
    factor: Quantity.stored(unit.factor),
    step: Quantity.stored(unit.step),
    minimum: Quantity.stored(unit.minimum),
  }));
  if (parsedUnits.size >= 5_000) parsedUnits.clear();
  parsedUnits.set(json, units);
  return units;
}
