import type { Availability } from '../domain/availability.js';
import type { ProductStatus } from '../domain/product-status.js';
import type { SellingUnit } from '../domain/selling-unit.js';

/** A product as lists, carts and other contexts know it. */
export interface ProductCard {
  readonly id: string;
  readonly sku: string;
  readonly slug: string;
  readonly name: string;
  readonly brand: string | null;
  readonly category: { readonly id: string; readonly slug: string; readonly name: string };
  readonly baseUnit: string;
  readonly units: readonly SellingUnit[];
  readonly status: ProductStatus;
  readonly attributes: Readonly<Record<string, string>>;
  readonly imageUrl: string | null;
  readonly thumbnailUrl: string | null;
  /** The product's own drawing, else its category's. */
  readonly drawing: string | null;
  readonly backorder: boolean;
  /** A calendar day, `2026-12-01`. */
  readonly restockDate: string | null;
}

/** A product with what every branch can hand out. */
export interface StockedProduct extends ProductCard {
  readonly availability: Availability;
}

/** Everything a product page shows, from the root category down. */
export interface ProductDetail extends StockedProduct {
  readonly description: string;
  readonly gtin: string | null;
  readonly images: readonly { readonly url: string; readonly thumbnailUrl: string | null }[];
  readonly categoryPath: readonly { readonly slug: string; readonly name: string }[];
}

export type ProductSort = 'relevance' | 'name' | '-name' | 'sku' | '-sku' | 'newest';

/** Which active products a buyer asks for; filters of different kinds narrow, values of one kind widen. */
export interface ProductQuery {
  readonly search?: string;
  /** A slug; its descendants count as well. */
  readonly category?: string;
  readonly brand?: readonly string[];
  readonly inStock?: boolean;
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  /** Relevance without a search is the name. */
  readonly sort: ProductSort;
  readonly page: number;
  readonly pageSize: number;
}

/** How many products each further choice would leave, its own filter set aside. */
export interface Facets {
  readonly category: readonly { readonly slug: string; readonly name: string; readonly count: number }[];
  readonly brand: readonly { readonly value: string; readonly count: number }[];
  readonly attributes: readonly {
    readonly name: string;
    readonly values: readonly { readonly value: string; readonly count: number }[];
  }[];
  readonly availability: { readonly inStock: number; readonly outOfStock: number };
  /** What was searched instead, when a word of the search was misspelt. */
  readonly correctedSearch?: string;
}

export interface ProductPage {
  readonly products: readonly StockedProduct[];
  readonly total: number;
  readonly facets: Facets;
}

/** A page without what choosing among products takes. */
export interface PlainProductPage {
  readonly products: readonly ProductCard[];
  readonly total: number;
}

/** A category with how many of its own active products match, and how many there are; those below it not counted. */
export interface ProductGroup {
  readonly slug: string;
  readonly name: string;
  readonly count: number;
  readonly all: number;
}

/** A page in the order of the category tree and then of names; the groups are those of every page. */
export interface GroupedProductPage extends PlainProductPage {
  readonly groups: readonly ProductGroup[];
}

/** A category with its own matches in the order of their names. */
export interface GroupOfMatches extends Omit<ProductGroup, 'count'> {
  readonly ids: readonly string[];
}

/** As little of a product as finding its price takes: with the unit it is sold in by default. */
export interface ProductMatch {
  readonly id: string;
  readonly categoryId: string;
  readonly baseUnit: string;
  readonly unit: Pick<SellingUnit, 'code' | 'factor' | 'minimum'>;
}

/** What a price may be set for: a product and the codes of its units, the default first. */
export interface SoldIn {
  readonly id: string;
  readonly units: readonly string[];
}

/** A product by its place in the catalogue and the sizes it is sold in. */
export interface ProductMeasure {
  readonly id: string;
  readonly sku: string;
  readonly categoryId: string;
  readonly baseUnit: string;
  /** Base units in each other unit; decimal text. */
  readonly factors: Readonly<Record<string, string>>;
}

/** A category as other contexts name it. */
export interface NamedCategory {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly parentId: string | null;
}
