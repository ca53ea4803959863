import { newId } from '../../shared/ids.js';
import { err, ok, type Result } from '../../shared/result.js';
import type { ProductStatus } from './product-status.js';
import { type SellingUnit, type SellingUnitError, sellingUnits, unitDrafts, type UnitDraft } from './selling-unit.js';
import { slugOf } from './slug.js';

/** What somebody may say about a product; amounts of units are decimal text. */
export interface ProductFacts {
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  readonly brand: string | null;
  readonly categoryId: string;
  readonly baseUnit: string;
  readonly units: readonly UnitDraft[];
  readonly status: ProductStatus;
  readonly gtin: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly drawing: string | null;
  readonly backorder: boolean;
  /** A calendar day. */
  readonly restockDate: string | null;
}

export type ProductRuleError = SellingUnitError | { readonly code: 'product.gtin_invalid'; readonly gtin: string };

/** What is sold; every change yields the next product or the rule that forbids it. Its slug stays what it was first. */
export class Product {
  private constructor(
    readonly id: string,
    readonly slug: string,
    readonly version: number,
    readonly facts: Omit<ProductFacts, 'units'>,
    readonly units: readonly SellingUnit[],
  ) {}

  static restore(state: Pick<Product, 'id' | 'slug' | 'version' | 'facts' | 'units'>): Product {
    return new Product(state.id, state.slug, state.version, state.facts, state.units);
  }

  /** A product nobody has seen yet, under the first of its possible slugs. */
  static define(facts: ProductFacts): Result<Product, ProductRuleError> {
    return Product.checked(newId(), slugsFor(facts)[0] ?? facts.sku, 0, facts);
  }

  change(change: Partial<ProductFacts>): Result<Product, ProductRuleError> {
    const facts = { ...this.facts, units: unitDrafts(this.units), ...change };
    return Product.checked(this.id, this.slug, this.version, facts);
  }

  /** Gone from every list and still there for the orders that name it. */
  archived(): Product {
    return new Product(this.id, this.slug, this.version, { ...this.facts, status: 'archived' }, this.units);
  }

  under(slug: string): Product {
    return new Product(this.id, slug, this.version, this.facts, this.units);
  }

  private static checked(
    id: string,
    slug: string,
    version: number,
    { units: drafts, ...facts }: ProductFacts,
  ): Result<Product, ProductRuleError> {
    const units = sellingUnits(facts.baseUnit, drafts);
    if (!units.ok) return units;
    if (facts.gtin !== null && !isGtin(facts.gtin)) return err({ code: 'product.gtin_invalid', gtin: facts.gtin });
    return ok(new Product(id, slug, version, facts, units.value));
  }
}

/** The slugs a product may have, best first; the last is nobody else's. */
export const slugsFor = ({ name, sku }: Pick<ProductFacts, 'name' | 'sku'>): string[] => {
  const slug = slugOf(name);
  return [slug, slugOf(`${slug} ${sku}`), `${slugOf(sku)}-${newId().slice(-12)}`];
};

/** 8, 12, 13 or 14 digits of which the last checks the others. */
export function isGtin(text: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return false;
  const sum = [...text.padStart(14, '0')].reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1),
    0,
  );
  return sum % 10 === 0;
}
