import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import { Idempotency, type IdempotencyError } from '../../shared/idempotency.js';
import { newId } from '../../shared/ids.js';
import { Outbox } from '../../shared/outbox.js';
import { Quantity } from '../../shared/quantity.js';
import { err, ok, type Result } from '../../shared/result.js';
import type { Cart } from '../domain/cart.js';
import { type Checkout, type CheckoutError, checkOut } from '../domain/checkout.js';
import type { Address } from '../domain/customer.js';
import { Order } from '../domain/order.js';
import { announcementsOf } from '../domain/order-history.js';
import type { OrderLine } from '../domain/order-line.js';
import type { PaymentMethod, PaymentPlan, PaymentRefused } from '../domain/payment-plan.js';
import { inBaseUnits, type QuotedCart } from '../domain/quoted-cart.js';
import type { TradeCodeProblem } from '../domain/trade-code.js';
import { CartEditing } from './cart-editing.js';
import {
  Carts,
  type CartStale,
  Offers,
  Orders,
  PaymentMethods,
  type ReservedLine,
  Stock,
  type StockInsufficient,
  TradeCodes,
} from './ports.js';
import { Turnstile } from './turnstile.js';

/** What a buyer sends to order the cart as they saw it. */
export interface OrderRequest {
  readonly cartVersion: number;
  readonly jobSiteId?: string | null;
  readonly address?: Address | null;
  readonly poNumber?: string | null;
  readonly requestedDate?: string | null;
  readonly payment: { readonly method: PaymentMethod };
  readonly tradeCode?: string | null;
  readonly note?: string | null;
}

export type PlaceOrderError =
  | CheckoutError
  | CartStale
  | PaymentRefused
  | StockInsufficient
  | IdempotencyError
  | TradeCodeProblem
  | { readonly code: 'company.not_found' };

/** Everything about an order but the branches its goods come from. */
interface Draft {
  readonly orderId: string;
  readonly number: string;
  readonly cart: Cart;
  readonly quoted: QuotedCart;
  readonly checkout: Checkout;
  readonly plan: PaymentPlan;
  readonly buyerEmail: string;
  readonly at: Date;
}

/** Turns the cart into an order with its goods reserved, and empties it: all of it, once per key, or nothing. */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly turnstile: Turnstile,
    private readonly idempotency: Idempotency,
    private readonly carts: Carts,
    private readonly editing: CartEditing,
    private readonly offers: Offers,
    private readonly stock: Stock,
    private readonly tradeCodes: TradeCodes,
    private readonly orders: Orders,
    private readonly paymentMethods: PaymentMethods,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** `answer` reads the placed order in the same transaction; a request that is sent again gets the same answer. */
  execute<Answer extends object>(
    buyer: Buyer,
    key: string | undefined,
    request: OrderRequest,
    answer: (orderId: string) => Promise<Answer>,
  ): Promise<Result<Answer, PlaceOrderError>> {
    return this.turnstile.pass(async () => {
      const draft = await this.draft(buyer, request);
      // A repeated request finds an empty cart, so its answer must come before what the cart says now.
      return this.idempotency.once<Answer, PlaceOrderError>(key, request, async () => {
        if (!draft.ok) return draft;
        const placed = await this.place(buyer, request, draft.value);
        return placed.ok ? ok(await answer(draft.value.orderId)) : placed;
      });
    });
  }

  /** Everything that can be found out without holding anything. */
  private async draft(buyer: Buyer, request: OrderRequest): Promise<Result<Draft, PlaceOrderError>> {
    const cart = await this.carts.openCartOf(buyer.id, buyer.companyId);
    if (cart.version !== request.cartVersion) return err({ code: 'cart.stale', version: cart.version });
    const terms = chosenTerms(cart, request);
    const quoted = await this.editing.quote(cart.under(terms.chosen));
    if (!quoted.ok) return quoted;
    const { tradeCodeProblem } = quoted.value;
    if (request.tradeCode && tradeCodeProblem) return err(tradeCodeProblem);
    const at = this.clock.now();
    const checkout = checkOut(quoted.value, {
      address: request.address ?? null,
      requestedDate: request.requestedDate ?? null,
      termsChosenNow: terms.areNew,
      today: dayIn(quoted.value.customer.timeZone, at),
    });
    if (!checkout.ok) return checkout;

    const { paymentTerms } = quoted.value.customer;
    const available = this.paymentMethods.availableTo(paymentTerms);
    const { method } = request.payment;
    if (!available.includes(method)) return err({ code: 'payment.method_unavailable', method, available });
    const number = await this.orders.nextNumber();
    const plan = await this.paymentMethods.arrange(method, { number, terms: paymentTerms, placedAt: at });
    if (!plan.ok) return plan;
    return ok({
      orderId: newId(),
      number,
      cart,
      quoted: quoted.value,
      checkout: checkout.value,
      plan: plan.value,
      buyerEmail: await this.offers.buyerEmail(buyer.id),
      at,
    });
  }

  /** Inside the transaction; whatever buyers wait for each other on comes as late as it can. */
  private async place(buyer: Buyer, request: OrderRequest, draft: Draft): Promise<Result<void, PlaceOrderError>> {
    const { orderId, cart, checkout } = draft;
    const emptied = await this.carts.save(cart.emptied().under({ tradeCode: null }));
    if (!emptied.ok) return emptied;

    const wanted = checkout.lines.map((line, index) => ({
      lineNo: index + 1,
      productId: line.productId,
      quantity: inBaseUnits(line),
    }));
    const reserved = await this.stock.reserve(orderId, checkout.address.stateCode, wanted);
    if (!reserved.ok) return reserved;

    const order = placedOrder(buyer, request, draft, reserved.value);
    const claimed = await this.claimTradeCode(order, draft.quoted);
    if (!claimed.ok) return claimed;
    await this.orders.add(
      order,
      checkout.lines.map(({ price }) => price.trace),
    );
    await this.outbox.announce(...announcementsOf(order.state, order.news));
    return ok(undefined);
  }

  /** A code that took nothing off is not used up by the order. */
  private async claimTradeCode({ state }: Order, quoted: QuotedCart): Promise<Result<void, TradeCodeProblem>> {
    const discount = quoted.tradeCodeDiscount;
    if (!state.tradeCode || discount.minor === 0n) return ok(undefined);
    return this.tradeCodes.claim(state.tradeCode, state, discount);
  }
}

/** Job site and trade code of the order: its own, else the cart's; an address of its own needs no job site. */
function chosenTerms(cart: Cart, request: OrderRequest) {
  const jobSiteId = request.jobSiteId ?? cart.jobSiteId;
  const tradeCode = request.tradeCode ?? cart.tradeCode;
  return { chosen: { jobSiteId, tradeCode }, areNew: jobSiteId !== cart.jobSiteId || tradeCode !== cart.tradeCode };
}

/** The calendar day it is in a time zone, `2026-11-20`. */
const dayIn = (timeZone: string, at: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);

function placedOrder(buyer: Buyer, request: OrderRequest, draft: Draft, reserved: readonly ReservedLine[]): Order {
  const { quoted, checkout, plan, at } = draft;
  const { customer } = quoted;
  const byLine = new Map(reserved.map((line) => [line.lineNo, line]));
  const lines = checkout.lines.map((line, index): OrderLine => {
    const held = byLine.get(index + 1);
    const { goods, sellingUnit, price } = line;
    return {
      lineNo: index + 1,
      productId: line.productId,
      sku: goods.sku,
      name: goods.name,
      unit: sellingUnit.code,
      unitName: sellingUnit.name,
      factor: sellingUnit.factor,
      quantity: line.quantity,
      unitPrice: price.unitPrice,
      listPrice: price.listPrice,
      lineTotal: price.lineTotal,
      source: price.source,
      sourceLabel: price.sourceLabel,
      badge: price.badge,
      derived: price.derived,
      branch: held?.branch ?? null,
      expectedDate: held?.expectedDate ?? null,
      note: line.note,
      shipped: Quantity.zero,
      delivered: Quantity.zero,
    };
  });
  return Order.place(
    {
      id: draft.orderId,
      number: draft.number,
      company: { id: customer.companyId, name: customer.name },
      buyer: { id: buyer.id, name: buyer.name, email: draft.buyerEmail },
      salesRepId: customer.salesRepId,
      currency: customer.currency,
      jobSiteId: request.address && !request.jobSiteId ? null : quoted.cart.jobSiteId,
      address: checkout.address,
      stateCode: checkout.address.stateCode,
      poNumber: request.poNumber ?? null,
      requestedDate: request.requestedDate ?? null,
      payment: plan,
      tradeCode: quoted.tradeCode,
      note: request.note ?? null,
      subtotal: checkout.subtotal,
      tax: checkout.tax,
      freight: checkout.freight,
      total: checkout.total,
      lines,
    },
    { actor: { id: buyer.id, name: buyer.name, kind: buyer.kind }, at },
  );
}
