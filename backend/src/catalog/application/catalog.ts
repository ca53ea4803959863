import { Injectable } from '@nestjs/common';
import type { Availability } from '../domain/availability.js';
import { CategoryTree, GroupedProducts, ProductCards, ProductLists, ShortageReads, type Shortages } from './ports.js';
import type {
  GroupedProductPage,
  GroupOfMatches,
  NamedCategory,
  PlainProductPage,
  ProductCard,
  ProductDetail,
  ProductMatch,
  ProductMeasure,
  ProductPage,
  ProductQuery,
  SoldIn,
  StockedProduct,
} from './product-card.js';

/** What other contexts may ask about products: always about many, in one call. */
@Injectable()
export class Catalog {
  constructor(
    private readonly cards: ProductCards,
    private readonly lists: ProductLists,
    private readonly grouped: GroupedProducts,
    private readonly categories: CategoryTree,
    private readonly shortageReads: ShortageReads,
  ) {}

  /** Products of any status by id; unknown ids are missing from the answer. */
  async productsById(ids: readonly string[]): Promise<ReadonlyMap<string, ProductCard>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.cards.withIds(ids)).map((card) => [card.id, card]));
  }

  /** The same, by SKU. */
  async productsBySku(skus: readonly string[]): Promise<ReadonlyMap<string, ProductCard>> {
    const cards = skus.length === 0 ? [] : await this.cards.withSkus(skus);
    return new Map(cards.map((card) => [card.sku, card]));
  }

  /** SKU → product id, for products of any status. */
  async idsBySku(skus: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return skus.length === 0 ? new Map() : this.cards.idsBySku(skus);
  }

  /** SKU → product id and unit codes, the default first, for products of any status. */
  async unitsBySku(skus: readonly string[]): Promise<ReadonlyMap<string, SoldIn>> {
    return skus.length === 0 ? new Map() : this.cards.unitsBySku(skus);
  }

  async availabilityOf(ids: readonly string[]): Promise<ReadonlyMap<string, Availability>> {
    return ids.length === 0 ? new Map() : this.cards.availabilityOf(ids);
  }

  /** One page of active products with availability; totals and facets may be up to a minute old. */
  page(query: ProductQuery): Promise<ProductPage> {
    return this.lists.page(query);
  }

  /** The same for lists that show neither availability nor facets; costs as little as its products do. */
  plainPage(query: ProductQuery): Promise<PlainProductPage> {
    return this.lists.plainPage(query);
  }

  /** Every active product that matches, in the order asked and whatever the page; for sorting and filtering by price. */
  matchingIds(query: ProductQuery): Promise<ProductMatch[]> {
    return this.lists.matches(query);
  }

  /** A plain page category by category, in the order of the tree and then of names; counts may be up to a minute old. */
  pageByCategory(query: ProductQuery): Promise<GroupedProductPage> {
    return this.grouped.page(query);
  }

  /** Every active product that matches, in the same order and whatever the page. */
  matchesByCategory(query: ProductQuery): Promise<GroupOfMatches[]> {
    return this.grouped.matches(query);
  }

  /** Products with availability in the order asked. */
  async pageOfIds(ids: readonly string[]): Promise<StockedProduct[]> {
    return ids.length === 0 ? [] : this.cards.stocked(ids);
  }

  /** An active product in full, by id, slug or SKU. */
  detail(key: string): Promise<ProductDetail | null> {
    return this.cards.detail(key);
  }

  /** What is low or out, and the five that are worst off; up to 30 seconds old. */
  shortages(): Promise<Shortages> {
    return this.shortageReads.now();
  }

  /** What margins and sizes of products are reckoned with, for products of any status. */
  async measures(ids: readonly string[]): Promise<ProductMeasure[]> {
    return ids.length === 0 ? [] : this.cards.measures(ids);
  }

  /** Every category, parents before their children; up to 10 seconds old. */
  categoryNames(): Promise<readonly NamedCategory[]> {
    return this.categories.named();
  }

  /** Category id → itself, its parent, and so on to the root; up to 10 seconds old. */
  categoryAncestors(): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.categories.ancestors();
  }
}
