import type { Quantity } from '../../shared/quantity.js';

/** Which category lies under which. */
export abstract class CategoryTree {
  /** Each category's id with its own and its ancestors' ids, nearest first. */
  abstract ancestors(): Promise<ReadonlyMap<string, readonly string[]>>;
}

export interface Seller {
  readonly currency: string;
  readonly publicPrices: boolean;
  readonly twoPersonApproval: boolean;
  readonly locale: string;
  readonly timeZone: string;
}

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly stateCode: string;
  readonly tierId: string | null;
}

/** What pricing must know of the tenant and its companies. */
export abstract class Sellers {
  abstract current(): Promise<Seller>;
  abstract company(id: string): Promise<Customer | null>;
  /** The same, up to five seconds old: for whoever turns the pages of the catalogue. */
  abstract browsingCompany(id: string): Promise<Customer | null>;
  abstract companiesById(ids: readonly string[]): Promise<ReadonlyMap<string, Customer>>;
  /** Whether changes of prices take two persons from now on. */
  abstract requireTwoPersons(required: boolean): Promise<void>;
}

export interface GoodsUnit {
  readonly code: string;
  readonly name: string;
  readonly factor: Quantity;
  readonly step: Quantity;
  readonly minimum: Quantity;
}

/** A product as far as pricing shows or reads it; the first unit is the one it is sold in by default. */
export interface Goods {
  readonly id: string;
  readonly sku: string;
  readonly slug: string;
  readonly name: string;
  readonly brand: string | null;
  readonly category: { readonly id: string; readonly slug: string; readonly name: string };
  readonly baseUnit: string;
  readonly units: readonly GoodsUnit[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly imageUrl: string | null;
  readonly thumbnailUrl: string | null;
  readonly drawing: string | null;
  readonly backorder: boolean;
  readonly restockDate: string | null;
}

/** What people call a unit of a product; units it is sold in no more keep their code. */
export const unitNameOf = (goods: Pick<Goods, 'units'> | undefined, unit: string): string =>
  goods?.units.find(({ code }) => code === unit)?.name ?? unit;

export interface StockedGoods extends Goods {
  readonly availability: {
    readonly status: 'in_stock' | 'low' | 'out' | 'backorder';
    /** Base units. */
    readonly available: Quantity;
    readonly branches: readonly { readonly code: string; readonly name: string; readonly available: Quantity }[];
  };
}

export interface GoodsDetail extends StockedGoods {
  readonly description: string;
  readonly gtin: string | null;
  readonly images: readonly { readonly url: string; readonly thumbnailUrl: string | null }[];
  readonly categoryPath: readonly { readonly slug: string; readonly name: string }[];
}

export type GoodsSort = 'relevance' | 'name' | '-name' | 'sku' | '-sku' | 'newest';

/** Which active products are meant; filters of different kinds narrow, values of one kind widen. */
export interface GoodsFilter {
  readonly search?: string;
  readonly category?: string;
  readonly brand?: readonly string[];
  readonly inStock?: boolean;
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
}

export interface GoodsQuery extends GoodsFilter {
  readonly sort: GoodsSort;
  readonly page: number;
  readonly pageSize: number;
}

export interface GoodsFacets {
  readonly category: readonly { readonly slug: string; readonly name: string; readonly count: number }[];
  readonly brand: readonly { readonly value: string; readonly count: number }[];
  readonly attributes: readonly {
    readonly name: string;
    readonly values: readonly { readonly value: string; readonly count: number }[];
  }[];
  readonly availability: { readonly inStock: number; readonly outOfStock: number };
  readonly correctedSearch?: string;
}

export interface GoodsPage {
  readonly products: readonly StockedGoods[];
  readonly total: number;
  readonly facets: GoodsFacets;
}

export interface PlainGoodsPage {
  readonly goods: readonly Goods[];
  readonly total: number;
}

/** A category with how many of its own products are meant, and how many it has. */
export interface GoodsGroup {
  readonly slug: string;
  readonly name: string;
  readonly count: number;
  readonly all: number;
}

/** As little of a product as finding its price in its default unit takes. */
export interface GoodsMatch {
  readonly id: string;
  readonly categoryId: string;
  readonly baseUnit: string;
  readonly unit: Pick<GoodsUnit, 'code' | 'factor' | 'minimum'>;
}

/** What the catalogue sells. */
export abstract class Assortment {
  /** Products of any status. */
  abstract byIds(ids: readonly string[]): Promise<ReadonlyMap<string, Goods>>;
  abstract bySkus(skus: readonly string[]): Promise<ReadonlyMap<string, Goods>>;
  abstract idsBySku(skus: readonly string[]): Promise<ReadonlyMap<string, string>>;
  abstract page(query: GoodsQuery): Promise<GoodsPage>;
  /** The same without availability and facets, for lists that show neither. */
  abstract plainPage(query: GoodsQuery): Promise<PlainGoodsPage>;
  /** The same category by category, in the order of the tree and then of names; the groups are those of every page. */
  abstract pageByCategory(query: GoodsQuery): Promise<PlainGoodsPage & { readonly groups: readonly GoodsGroup[] }>;
  /** Every active match, in that order. */
  abstract matchesByCategory(
    query: Omit<GoodsQuery, 'page' | 'pageSize'>,
  ): Promise<readonly (Omit<GoodsGroup, 'count'> & { readonly ids: readonly string[] })[]>;
  /** Every active match, in the order asked. */
  abstract matches(query: Omit<GoodsQuery, 'page' | 'pageSize'>): Promise<readonly GoodsMatch[]>;
  abstract inOrder(ids: readonly string[]): Promise<readonly StockedGoods[]>;
  /** An active product by id, slug or SKU. */
  abstract detail(key: string): Promise<GoodsDetail | null>;
}
