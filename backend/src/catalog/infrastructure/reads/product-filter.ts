import { createHash } from 'node:crypto';
import type { SearchPlan } from './search-plans.js';

/** A list's filters as the database understands them; null does not narrow. */
export interface ProductFilter {
  readonly search: SearchPlan | null;
  readonly categoryIds: readonly string[] | null;
  readonly brands: readonly string[] | null;
  readonly attributes: Readonly<Record<string, readonly string[]>> | null;
  /** Only what these branches can hand out. */
  readonly stockedAt: readonly string[] | null;
}

/** Collects the values of a statement while its text is put together. */
export class StatementValues {
  readonly all: unknown[] = [];

  bind(value: unknown, type: string): string {
    this.all.push(value);
    return `$${this.all.length}::${type}`;
  }
}

const names = new Map<string, string>();

/** A name to prepare a statement by; texts depend on which filters there are alone, so they are few. */
export function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha1').update(text).digest('base64');
  names.set(text, name);
  return name;
}

/** Where active products come from, as `p`; only a searched one has a rank. */
export function source(values: StatementValues, { search }: ProductFilter): string {
  if (!search) return `catalog.product p where p.status = 'active'`;
  const { words, choices, phrase } = search;
  return `catalog.found_products(${values.bind(words, 'text[]')}, ${values.bind(choices, 'text[]')},
    ${values.bind(phrase, 'text')}, array['active']) p where true`;
}

/** Holds where one of several categories is asked for; a single one compares as equal, which keeps an index's order. */
export function inCategories(values: StatementValues, ids: readonly string[]): string {
  return ids.length === 1
    ? `p.category_id = ${values.bind(ids[0], 'uuid')}`
    : `p.category_id = any(${values.bind(ids, 'uuid[]')})`;
}

export const ofBrands = (values: StatementValues, brands: readonly string[]): string =>
  `p.brand = any(${values.bind(brands, 'text[]')})`;

/** Whether any of the branches can hand out some, looked up product by product: for lists that stop early, or are short. */
export const stockedAt = (values: StatementValues, branchIds: readonly string[]): string =>
  `coalesce((select bool_or(s.on_hand - s.reserved - s.safety > 0) from catalog.stock_level s
    where s.product_id = p.id and s.branch_id = any(${values.bind(branchIds, 'uuid[]')})), false)`;

/** The same, worked out for all products at once: for counts over the whole catalogue. */
export const stockedAtOnce = (values: StatementValues, branchIds: readonly string[]): string =>
  `exists (select from catalog.stock_level s where s.product_id = p.id
    and s.branch_id = any(${values.bind(branchIds, 'uuid[]')}) and s.on_hand - s.reserved - s.safety > 0)`;

type Attributes = NonNullable<ProductFilter['attributes']>;

/** The names of the attributes whose filter a product fails; empty when it passes them all. */
export const failedAttributes = (values: StatementValues, attributes: Attributes): string => {
  const failed = Object.entries(attributes).map(([name, wanted]) => {
    const key = values.bind(name, 'text');
    return `case when coalesce(p.attributes ->> ${key} = any(${values.bind(wanted, 'text[]')}), false) then null else ${key} end`;
  });
  return `array_remove(array[${failed.join(', ')}], null)`;
};

const hasAttributes = (values: StatementValues, attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, wanted]) => `p.attributes ->> ${values.bind(name, 'text')} = any(${values.bind(wanted, 'text[]')})`)
    .join(' and ');

/** All filters but that of categories, each beginning with `and`. */
export function narrowed(values: StatementValues, filter: ProductFilter, stocked = stockedAt): string {
  const conditions = [
    ...(filter.brands ? [ofBrands(values, filter.brands)] : []),
    ...(filter.attributes ? [hasAttributes(values, filter.attributes)] : []),
    ...(filter.stockedAt ? [stocked(values, filter.stockedAt)] : []),
  ];
  return conditions.map((condition) => ` and ${condition}`).join('');
}
