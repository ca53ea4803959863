import { Injectable } from '@nestjs/common';
import { Catalog, type Availability, type ProductCard } from '../../catalog/index.js';
import { Directory, type Address as DirectoryAddress, type JobSiteProfile } from '../../identity/index.js';
import { type Offer, type PriceLine, Pricing } from '../../pricing/index.js';
import { Quantity } from '../../shared/quantity.js';
import { type BuyerContact, Offers, type PricedLine, type Shortages } from '../application/ports.js';
import { type Address, type Customer, type JobSite, priceState } from '../domain/customer.js';
import type { Goods, GoodsById } from '../domain/goods.js';
import type { LinePrice, Quotation } from '../domain/quoted-cart.js';

const nothing: Availability = { status: 'out', available: Quantity.zero, branches: [] };

/** Says, in the words of orders, who buys, what is sold and what it costs: one question to each context. */
@Injectable()
export class ContextOffers extends Offers {
  constructor(
    private readonly directory: Directory,
    private readonly catalog: Catalog,
    private readonly pricing: Pricing,
  ) {
    super();
  }

  async customer(companyId: string, jobSiteId: string | null): Promise<Customer | null> {
    const [tenant, company, jobSites] = await Promise.all([
      this.directory.tenant(),
      this.directory.company(companyId),
      jobSiteId ? this.directory.jobSites(companyId) : [],
    ]);
    if (!company) return null;
    const { id, name, stateCode, tierId, salesRepId, paymentTerms, address, status } = company;
    const jobSite = jobSites.find((site) => site.id === jobSiteId);
    return {
      companyId: id,
      name,
      stateCode,
      blocked: status === 'blocked',
      tierId,
      salesRepId,
      paymentTerms,
      address: address && addressOf(address),
      jobSite: jobSite ? jobSiteOf(jobSite) : null,
      currency: tenant.currency,
      timeZone: tenant.timeZone,
      taxRates: tenant.taxRates,
    };
  }

  store(): Promise<{ currency: string; timeZone: string }> {
    return this.directory.tenant();
  }

  shortages(): Promise<Shortages> {
    return this.catalog.shortages();
  }

  async buyerEmail(buyerId: string): Promise<string> {
    return (await this.directory.membersById([buyerId])).get(buyerId)?.email ?? '';
  }

  async buyers(ids: readonly string[]): Promise<ReadonlyMap<string, BuyerContact>> {
    return this.directory.membersById(ids);
  }

  async goods(productIds: readonly string[]): Promise<GoodsById> {
    const [products, availability] = await Promise.all([
      this.catalog.productsById(productIds),
      this.catalog.availabilityOf(productIds),
    ]);
    const entries = [...products].map(([id, product]) => [id, goodsOf(product, availability.get(id))] as const);
    return new Map(entries);
  }

  productIdsBySku(skus: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.catalog.idsBySku(skus);
  }

  async quote(
    customer: Customer,
    tradeCode: string | null,
    at: Date,
    lines: readonly PricedLine[],
    goods: GoodsById,
  ): Promise<Quotation> {
    const asked = lines.flatMap((line) => {
      const priced = priceLineOf(line, goods.get(line.productId));
      return priced ? [{ id: line.id, priced }] : [];
    });
    const { offers, tradeCode: answer } = await this.pricing.quote({
      companyId: customer.companyId,
      tierId: customer.tierId,
      stateCode: priceState(customer),
      at,
      tradeCode,
      lines: asked.map(({ priced }) => priced),
    });
    const prices = new Map<string, LinePrice>();
    for (const [index, offer] of offers.entries()) {
      const [line, price] = [asked[index], priceOf(offer)];
      if (line && price) prices.set(line.id, price);
    }
    return { prices, tradeCode: answer };
  }
}

const addressOf = (address: DirectoryAddress): Address => ({
  name: null,
  line1: address.line1,
  line2: address.line2 ?? null,
  city: address.city,
  stateCode: address.stateCode,
  postalCode: address.postalCode,
  contactName: null,
  contactPhone: null,
  accessNotes: null,
});

const jobSiteOf = ({ id, name, contactName, contactPhone, accessNotes, ...address }: JobSiteProfile): JobSite => ({
  id,
  address: { ...addressOf(address), name, contactName, contactPhone, accessNotes },
});

const goodsOf = (product: ProductCard, availability: Availability = nothing): Goods => ({
  productId: product.id,
  sku: product.sku,
  name: product.name,
  categoryId: product.category.id,
  baseUnit: product.baseUnit,
  units: product.units,
  status: product.status,
  thumbnailUrl: product.thumbnailUrl,
  drawing: product.drawing,
  backorder: product.backorder,
  restockDate: product.restockDate,
  availability,
});

function priceLineOf({ productId, unit: code, quantity }: PricedLine, goods: Goods | undefined): PriceLine | null {
  const unit = goods?.units.find((sold) => sold.code === code);
  if (!goods || !unit || goods.status !== 'active') return null;
  const { factor, minimum, step } = unit;
  const { baseUnit, categoryId } = goods;
  return { productId, unit: code, factor, baseUnit, categoryId, quantity, minimum, step };
}

/** The trace stays a getter until it is frozen: putting it together costs more than finding the price. */
function priceOf({ resolution, tiers }: Offer): LinePrice | null {
  const { unitPrice, lineTotal, source } = resolution;
  if (!unitPrice || !lineTotal || !source) return null;
  const { listPrice, sourceLabel, badge, derived } = resolution;
  return {
    unitPrice,
    lineTotal,
    source,
    listPrice,
    sourceLabel,
    badge,
    derived,
    tiers,
    get trace() {
      return resolution.trace;
    },
  };
}
