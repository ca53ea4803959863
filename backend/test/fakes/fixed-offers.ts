import { type BuyerContact, Offers, type PricedLine, type Shortages } from '../../src/orders/application/ports.js';
import type { Customer } from '../../src/orders/domain/customer.js';
import type { Goods, GoodsById } from '../../src/orders/domain/goods.js';
import type { Quotation } from '../../src/orders/domain/quoted-cart.js';
import { Money } from '../../src/shared/money.js';
import { aCustomer, aPrice } from '../orders/builders.js';

/** Goods and prices as the test dictates them; `asked` counts the questions about each. */
export class FixedOffers extends Offers {
  readonly asked = { customer: 0, goods: 0, prices: 0 };
  customerNow: Customer | null = aCustomer();
  /** Unit price by product; what is missing is not offered. */
  readonly priceOf = new Map<string, string>();
  readonly tradeCodes = new Set<string>();
  /** What a code that holds takes off. */
  codeDiscount = '0.00';
  private readonly all: readonly Goods[];

  constructor(...all: Goods[]) {
    super();
    this.all = all;
  }

  customer(_companyId: string, jobSiteId: string | null): Promise<Customer | null> {
    this.asked.customer += 1;
    const jobSite = this.customerNow?.jobSite;
    return Promise.resolve(
      this.customerNow && { ...this.customerNow, jobSite: jobSite?.id === jobSiteId ? jobSite : null },
    );
  }

  store(): Promise<{ currency: string; timeZone: string }> {
    return Promise.resolve(aCustomer());
  }

  shortages(): Promise<Shortages> {
    return Promise.resolve({ count: 0, out: 0, worst: [] });
  }

  buyerEmail(buyerId: string): Promise<string> {
    return Promise.resolve(`${buyerId}@aurora.example`);
  }

  buyers(ids: readonly string[]): Promise<ReadonlyMap<string, BuyerContact>> {
    return Promise.resolve(new Map(ids.map((id) => [id, { name: id, email: `${id}@aurora.example` }])));
  }

  goods(productIds: readonly string[]): Promise<GoodsById> {
    this.asked.goods += 1;
    const named = this.all.filter(({ productId }) => productIds.includes(productId));
    return Promise.resolve(new Map(named.map((goods) => [goods.productId, goods])));
  }

  productIdsBySku(skus: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const named = this.all.filter(({ sku }) => skus.includes(sku));
    return Promise.resolve(new Map(named.map(({ sku, productId }) => [sku, productId])));
  }

  quote(_customer: Customer, code: string | null, _at: Date, lines: readonly PricedLine[]): Promise<Quotation> {
    this.asked.prices += 1;
    const prices = lines.flatMap(({ id, productId, quantity }) => {
      const unitPrice = this.priceOf.get(productId);
      return unitPrice ? [[id, aPrice(unitPrice, quantity.toString())] as const] : [];
    });
    const problem = code !== null && this.tradeCodes.has(code) ? null : ({ code: 'trade_code.not_valid' } as const);
    const tradeCode = code === null ? null : { problem, discount: Money.stored(this.codeDiscount, 'USD') };
    return Promise.resolve({ prices: new Map(prices), tradeCode });
  }
}
