import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import { err, ok, type Result } from '../../shared/result.js';
import type { Cart, CartLine } from '../domain/cart.js';
import type { Customer } from '../domain/customer.js';
import type { GoodsById } from '../domain/goods.js';
import { QuotedCart } from '../domain/quoted-cart.js';
import type { TradeCodeProblem } from '../domain/trade-code.js';
import { Carts, type CartStale, Offers } from './ports.js';

export type CartEditError =
  | CartStale
  | { readonly code: 'company.not_found' }
  | TradeCodeProblem
  | { readonly code: 'price.not_offered'; readonly productId: string };

/** What a change may look at. */
export interface CartScene {
  readonly cart: Cart;
  readonly known: GoodsById;
  readonly customer: Customer;
}

export interface CartEdit<E> {
  /** The version the buyer saw; another one is refused instead of changed. */
  readonly version?: number;
  /** Products the change is about, besides those in the cart. */
  readonly productIds?: readonly string[];
  /** The job site the cart is to be quoted for, when the change is about that. */
  readonly jobSiteId?: string | null;
  /** Refuses the change when the cart's trade code does not hold; an order that is too small for it may still grow. */
  readonly needsTradeCode?: boolean;
  /** Takes back changed lines that turn out not to be offered, instead of refusing all of them. */
  readonly leavesOutUnoffered?: boolean;
  readonly agreesToPrices?: 'new' | 'all';
  change(scene: CartScene): Result<Cart, E>;
}

export interface EditedCart {
  readonly quoted: QuotedCart;
  /** Lines taken back because they are not offered. */
  readonly leftOut: readonly CartLine[];
}

const attempts = 12;

/** Changes carts: reads, changes, quotes at today's prices and keeps, each other context asked once. */
@Injectable()
export class CartEditing {
  constructor(
    private readonly carts: Carts,
    private readonly offers: Offers,
    private readonly clock: Clock,
  ) {}

  /** A buyer who named no version means the cart as it is, so a lost race is run again. */
  async edit<E>(buyer: Buyer, edit: CartEdit<E>): Promise<Result<EditedCart, E | CartEditError>> {
    for (let attempt = 1; ; attempt += 1) {
      const edited = await this.attempt(buyer, edit);
      const lost = !edited.ok && (edited.error as { code?: string }).code === 'cart.stale';
      if (!lost || edit.version !== undefined || attempt === attempts) return edited;
    }
  }

  /** The cart at the prices of this very moment. */
  async quote(cart: Cart): Promise<Result<QuotedCart, { readonly code: 'company.not_found' }>> {
    const [customer, known] = await this.ask(cart, cart.jobSiteId, cart.productIds);
    return customer ? ok(await this.quoted(cart, customer, known)) : err({ code: 'company.not_found' });
  }

  private async attempt<E>(buyer: Buyer, edit: CartEdit<E>): Promise<Result<EditedCart, E | CartEditError>> {
    const cart = await this.carts.openCartOf(buyer.id, buyer.companyId);
    if (edit.version !== undefined && edit.version !== cart.version) {
      return err({ code: 'cart.stale', version: cart.version });
    }
    const jobSiteId = edit.jobSiteId === undefined ? cart.jobSiteId : edit.jobSiteId;
    const productIds = [...new Set([...cart.productIds, ...(edit.productIds ?? [])])];
    const [customer, known] = await this.ask(cart, jobSiteId, productIds);
    if (!customer) return err({ code: 'company.not_found' });

    const changed = edit.change({ cart, known, customer });
    if (!changed.ok) return changed;
    const quoted = await this.quoted(changed.value, customer, known);
    const { tradeCodeProblem } = quoted;
    if (edit.needsTradeCode && tradeCodeProblem && tradeCodeProblem.code !== 'trade_code.minimum_order') {
      return err(tradeCodeProblem);
    }

    const prices = quoted.unitPrices;
    const unoffered = changed.value.changedLines.filter(({ id }) => !prices.has(id));
    const [first] = unoffered;
    if (first && !edit.leavesOutUnoffered) return err({ code: 'price.not_offered', productId: first.productId });

    const next = changed.value
      .undoing(new Set(unoffered.map(({ id }) => id)))
      .seeing(prices, edit.agreesToPrices ?? 'new');
    const kept = await this.carts.save(next);
    if (!kept.ok) return kept;
    return ok({ quoted: quoted.asKept(kept.value), leftOut: unoffered });
  }

  private ask(
    cart: Cart,
    jobSiteId: string | null,
    productIds: readonly string[],
  ): Promise<[Customer | null, GoodsById]> {
    return Promise.all([this.offers.customer(cart.companyId, jobSiteId), this.offers.goods(productIds)]);
  }

  private async quoted(cart: Cart, customer: Customer, known: GoodsById): Promise<QuotedCart> {
    const quotation = await this.offers.quote(customer, cart.tradeCode, this.clock.now(), cart.lines, known);
    return new QuotedCart(cart, customer, known, quotation);
  }
}
