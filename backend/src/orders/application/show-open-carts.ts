import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import type { Customer } from '../domain/customer.js';
import type { GoodsById } from '../domain/goods.js';
import { QuotedCart } from '../domain/quoted-cart.js';
import { type BuyerContact, Offers, type OpenCart, OpenCarts } from './ports.js';

/** Somebody's cart at the prices of this very moment; looking at it agrees to nothing. */
export interface ShownCart {
  readonly quoted: QuotedCart;
  readonly buyer: BuyerContact & { readonly id: string };
  readonly updatedAt: Date;
}

/** Shows staff what buyers are about to order. */
@Injectable()
export class ShowOpenCarts {
  constructor(
    private readonly openCarts: OpenCarts,
    private readonly offers: Offers,
    private readonly clock: Clock,
  ) {}

  /** Carts with something in them, of one company or of all, the one changed last first. */
  async page(
    companyId: string | null,
    page: { readonly page: number; readonly pageSize: number },
  ): Promise<{ carts: ShownCart[]; total: number }> {
    const { carts, total } = await this.openCarts.page(companyId, page);
    return { carts: await this.show(carts), total };
  }

  async one(id: string): Promise<ShownCart | null> {
    const found = await this.openCarts.find(id);
    return found ? ((await this.show([found]))[0] ?? null) : null;
  }

  /** Products and people are asked for once, prices once per cart. */
  private async show(carts: readonly OpenCart[]): Promise<ShownCart[]> {
    const productIds = [...new Set(carts.flatMap(({ cart }) => cart.productIds))];
    const buyerIds = [...new Set(carts.map(({ cart }) => cart.buyerId))];
    const [known, buyers] = await Promise.all([this.offers.goods(productIds), this.offers.buyers(buyerIds)]);
    const customers = new Map<string, Customer | null>();
    const shown: ShownCart[] = [];
    for (const open of carts) {
      const { companyId, jobSiteId, buyerId: id } = open.cart;
      const place = `${companyId} ${jobSiteId}`;
      let customer = customers.get(place);
      if (customer === undefined) {
        customer = await this.offers.customer(companyId, jobSiteId);
        customers.set(place, customer);
      }
      if (!customer) continue;
      const { name = '', email = '' } = buyers.get(id) ?? {};
      const quoted = await this.quoted(open, customer, known);
      shown.push({ quoted, buyer: { id, name, email }, updatedAt: open.updatedAt });
    }
    return shown;
  }

  private async quoted({ cart }: OpenCart, customer: Customer, known: GoodsById): Promise<QuotedCart> {
    const quotation = await this.offers.quote(customer, cart.tradeCode, this.clock.now(), cart.lines, known);
    return new QuotedCart(cart, customer, known, quotation);
  }
}
