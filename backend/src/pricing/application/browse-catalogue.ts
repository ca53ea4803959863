import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import type { UnitPrice } from '../../shared/money.js';
import { Quantity } from '../../shared/quantity.js';
import { err, ok, type Result } from '../../shared/result.js';
import {
  Assortment,
  type Goods,
  type GoodsDetail,
  type GoodsFacets,
  type GoodsFilter,
  type GoodsMatch,
  type GoodsSort,
  type GoodsUnit,
  Sellers,
  type StockedGoods,
} from './catalogue-ports.js';
import { type AskedLine, type LineError, readLines } from './explain-prices.js';
import { PriceOrder } from './price-order.js';
import { type Offer, type PriceLine, Pricing } from './pricing.js';

/** Who looks: a company's buyer, staff, or a visitor; and where it is to be delivered, if not to the company itself. */
export interface Viewer {
  readonly companyId: string | null;
  readonly isStaff: boolean;
  readonly stateCode?: string | undefined;
}

export interface CatalogueQuery extends GoodsFilter {
  readonly sort: GoodsSort | 'price' | '-price';
  readonly priceMin?: UnitPrice | undefined;
  readonly priceMax?: UnitPrice | undefined;
  readonly page: number;
  readonly pageSize: number;
}

/** A product at the viewer's price; `offer` is null for those who may not see prices. */
export interface PricedGoods<G extends Goods = StockedGoods> {
  readonly goods: G;
  readonly offer: Offer | null;
}

/** Whose prices a viewer sees. */
interface Terms {
  readonly companyId: string | null;
  readonly tierId: string | null;
  readonly stateCode: string | null;
}

/** The catalogue as buyers see it: products from the catalogue, each at the price that is theirs. */
@Injectable()
export class BrowseCatalogue {
  constructor(
    private readonly assortment: Assortment,
    private readonly pricing: Pricing,
    private readonly sellers: Sellers,
    private readonly order: PriceOrder,
    private readonly clock: Clock,
  ) {}

  async page(
    viewer: Viewer,
    query: CatalogueQuery,
  ): Promise<{ products: PricedGoods[]; total: number; facets: GoodsFacets }> {
    const { sort, priceMin, priceMax, page, pageSize, ...filter } = query;
    const byPrice = sort === 'price' || sort === '-price';
    if (byPrice || priceMin || priceMax) return this.pageByPrice(viewer, query);
    const [terms, found] = await Promise.all([
      this.termsOf(viewer),
      this.assortment.page({ ...filter, sort, page, pageSize }),
    ]);
    return { ...found, products: await this.priced(found.products, terms) };
  }

  async detail(viewer: Viewer, key: string): Promise<PricedGoods<GoodsDetail> | null> {
    const [terms, goods] = await Promise.all([this.termsOf(viewer), this.goodsOf(key)]);
    if (!goods) return null;
    const [priced] = await this.priced([goods], terms);
    return priced ?? null;
  }

  /** A product in one unit and quantity. */
  async offer(
    viewer: Viewer,
    key: string,
    asked: { readonly unit?: string | undefined; readonly quantity?: string | undefined },
  ): Promise<Result<Offer | null, LineError>> {
    const [terms, goods] = await Promise.all([this.termsOf(viewer), this.goodsOf(key)]);
    if (!goods) return err({ code: 'product.not_found' });
    const unit = goods.units.find(({ code }) => code === asked.unit) ?? goods.units[0];
    const quantity = asked.quantity ?? unit?.minimum.toString() ?? '1';
    const [read] = readLines([{ ...asked, quantity }], [goods]);
    if (!read?.ok) return err(read?.error ?? { code: 'product.not_found' });
    const [offer] = await this.offers([read.line], terms);
    return ok(offer ?? null);
  }

  /** Many at once, in the order asked; each line has an offer, an error, or neither for those who may not see prices. */
  async offersFor(
    viewer: Viewer,
    lines: readonly (AskedLine & { readonly productId: string })[],
  ): Promise<{ offer: Offer | null; error: LineError | null }[]> {
    const [terms, goods] = await Promise.all([
      this.termsOf(viewer),
      this.assortment.byIds([...new Set(lines.map(({ productId }) => productId))]),
    ]);
    const read = readLines(
      lines,
      lines.map(({ productId }) => goods.get(productId)),
    );
    const offers = await this.offers(
      read.flatMap((line) => (line.ok ? [line.line] : [])),
      terms,
    );
    let next = 0;
    return read.map((line) =>
      line.ok ? { offer: offers[next++] ?? null, error: null } : { offer: null, error: line.error },
    );
  }

  private async pageByPrice(viewer: Viewer, query: CatalogueQuery) {
    const { sort, priceMin, priceMax, page, pageSize, ...filter } = query;
    const byPrice = sort === 'price' || sort === '-price';
    const order = byPrice ? 'name' : sort;
    const [terms, { facets, total: unfiltered }] = await Promise.all([
      this.termsOf(viewer),
      this.assortment.page({ ...filter, sort: order, page: 1, pageSize: 1 }),
    ]);
    const range = { min: priceMin ?? null, max: priceMax ?? null };
    const ids = terms
      ? await this.order.ids(terms, { ...filter, sort: order }, byPrice ? sort : null, range, async (matches) => {
          const lines = matches.map(lineOf);
          const priced = await this.pricing.resolve({ ...terms, at: this.clock.now(), lines });
          return priced.map(({ productId, unitPrice }) => ({ id: productId, unitPrice }));
        })
      : (await this.assortment.matches({ ...filter, sort: order })).map(({ id }) => id);
    const shown = await this.assortment.inOrder(ids.slice((page - 1) * pageSize, page * pageSize));
    const total = terms ? ids.length : unfiltered;
    return { products: await this.priced(shown, terms), total, facets };
  }

  private async priced<G extends Goods>(goods: readonly G[], terms: Terms | null): Promise<PricedGoods<G>[]> {
    const offers = await this.offers(goods.map(defaultLine), terms);
    return goods.map((each, index) => ({ goods: each, offer: offers[index] ?? null }));
  }

  private async offers(lines: readonly PriceLine[], terms: Terms | null): Promise<readonly Offer[]> {
    return terms ? this.pricing.offers({ ...terms, at: this.clock.now(), lines }) : [];
  }

  private async goodsOf(key: string): Promise<GoodsDetail | null> {
    return storable.test(key) ? this.assortment.detail(key) : null;
  }

  /** Null for a visitor of a tenant that keeps its prices to its customers. */
  private async termsOf({ companyId, isStaff, stateCode }: Viewer): Promise<Terms | null> {
    if (companyId) {
      const company = await this.sellers.browsingCompany(companyId);
      if (!company) return null;
      return { companyId, tierId: company.tierId, stateCode: stateCode ?? company.stateCode };
    }
    const { publicPrices } = await this.sellers.current();
    return publicPrices || isStaff ? { companyId: null, tierId: null, stateCode: stateCode ?? null } : null;
  }
}

// What an id, a slug or a SKU can be at all.
const storable = /^[^\0\p{Cs}]{1,200}$/u;

/** The unit a product is sold in by default, at the least quantity one can buy. */
function defaultLine({ id, baseUnit, category, units: [unit] }: Goods): PriceLine {
  const { code, factor, minimum, step }: Pick<GoodsUnit, 'code' | 'factor' | 'minimum' | 'step'> =
    unit ?? baseOf(baseUnit);
  return { productId: id, unit: code, factor, baseUnit, categoryId: category.id, quantity: minimum, minimum, step };
}

const lineOf = ({ id, baseUnit, categoryId, unit: { code, factor, minimum } }: GoodsMatch): PriceLine => {
  return { productId: id, unit: code, factor, baseUnit, categoryId, quantity: minimum };
};

const baseOf = (code: string) => ({ code, factor: Quantity.one, minimum: Quantity.one, step: Quantity.one });
