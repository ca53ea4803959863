import type { Money } from '../../shared/money.js';
import type { Quantity } from '../../shared/quantity.js';
import type { Result } from '../../shared/result.js';
import type { Cart } from '../domain/cart.js';
import type { Customer } from '../domain/customer.js';
import type { GoodsById } from '../domain/goods.js';
import type { Order, OrderState } from '../domain/order.js';
import type { BranchRef } from '../domain/order-line.js';
import type { PaymentMethod, PaymentPlan, PaymentRefused } from '../domain/payment-plan.js';
import type { Quotation } from '../domain/quoted-cart.js';
import type { SavedList } from '../domain/saved-list.js';
import type { TradeCodeProblem } from '../domain/trade-code.js';

/** Somebody else saved first; `version` is what is kept now. */
export type CartStale = { readonly code: 'cart.stale'; readonly version: number };
export type ListStale = { readonly code: 'list.stale'; readonly version: number };
export type OrderStale = { readonly code: 'order.stale'; readonly version: number };

/** One open cart per buyer and company. */
export abstract class Carts {
  /** A new empty one, not yet kept, for whoever has none. */
  abstract openCartOf(buyerId: string, companyId: string): Promise<Cart>;
  /** Keeps the cart if it is still the version it was read at. */
  abstract save(cart: Cart): Promise<Result<Cart, CartStale>>;
}

/** A cart somebody is filling, and when it last changed. */
export interface OpenCart {
  readonly cart: Cart;
  readonly updatedAt: Date;
}

/** Carts with something in them, of whatever buyer. */
export abstract class OpenCarts {
  /** The one changed last comes first. */
  abstract page(
    companyId: string | null,
    page: { readonly page: number; readonly pageSize: number },
  ): Promise<{ readonly carts: readonly OpenCart[]; readonly total: number }>;
  abstract find(id: string): Promise<OpenCart | null>;
}

/** A company has one list of a name, however it is written, and not too many lists. */
export type ListRefused =
  | { readonly code: 'list.name_taken'; readonly name: string }
  | { readonly code: 'list.too_many'; readonly limit: number };

/** The saved lists of companies in full, for changing them; screens that list them read elsewhere. */
export abstract class Lists {
  /** Null when there is none, or when it is not this company's. */
  abstract find(id: string, companyId: string): Promise<SavedList | null>;
  /** Keeps the list if it is still the version it was read at. */
  abstract save(list: SavedList): Promise<Result<SavedList, ListStale | ListRefused>>;
  /** Deletes the list if it is still the version it was read at. */
  abstract remove(list: SavedList): Promise<Result<void, ListStale>>;
}

/** Orders in full, for changing them; screens read elsewhere. */
export abstract class Orders {
  /** The next number of this tenant; one that is not used leaves a gap. */
  abstract nextNumber(): Promise<string>;
  /** Keeps a placed order for good; `traces` explain the price of each line, in their order. */
  abstract add(order: Order, traces: readonly object[]): Promise<void>;
  /** Null when there is none, or when it is not this company's; null asks for any company's. */
  abstract find(id: string, companyId: string | null): Promise<Order | null>;
  /** Keeps what changed and what happened, if the order is still the version it was read at. */
  abstract save(order: Order): Promise<Result<Order, OrderStale>>;
}

/** A line to be priced. */
export interface PricedLine {
  readonly id: string;
  readonly productId: string;
  readonly unit: string;
  readonly quantity: Quantity;
}

/** How many active products are low or out, how many of them are out, and the few that are worst off. */
export interface Shortages {
  readonly count: number;
  readonly out: number;
  readonly worst: readonly {
    readonly id: string;
    readonly sku: string;
    readonly name: string;
    readonly baseUnit: string;
    readonly available: Quantity;
  }[];
}

/** A buyer as staff know them. */
export interface BuyerContact {
  readonly name: string;
  readonly email: string;
}

/** What the other contexts say about a purchase: each is asked once, however many lines there are. */
export abstract class Offers {
  /** The company with the job site asked about; null when there is no such company. */
  abstract customer(companyId: string, jobSiteId: string | null): Promise<Customer | null>;
  /** What the tenant counts in. */
  abstract store(): Promise<{ readonly currency: string; readonly timeZone: string }>;
  /** What runs short in the branches; may be some seconds old. */
  abstract shortages(): Promise<Shortages>;
  /** Where mail about an order of this buyer goes. */
  abstract buyerEmail(buyerId: string): Promise<string>;
  /** Buyers by id; one who is gone is left out. */
  abstract buyers(ids: readonly string[]): Promise<ReadonlyMap<string, BuyerContact>>;
  abstract goods(productIds: readonly string[]): Promise<GoodsById>;
  /** SKU → product id. */
  abstract productIdsBySku(skus: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What the lines cost this customer now, and whether the trade code holds; lines that are not offered are left out. */
  abstract quote(
    customer: Customer,
    tradeCode: string | null,
    at: Date,
    lines: readonly PricedLine[],
    goods: GoodsById,
  ): Promise<Quotation>;
}

/** Counts the uses of trade codes; everything takes part in the surrounding transaction. */
export abstract class TradeCodes {
  /** Writes down that the order uses the code; refused when it is used up by now. */
  abstract claim(code: string, order: OrderState, discount: Money): Promise<Result<void, TradeCodeProblem>>;
  /** Gives back what an order used. */
  abstract release(orderId: string, at: Date): Promise<void>;
}

export interface StockLine {
  readonly lineNo: number;
  readonly productId: string;
  /** In base units. */
  readonly quantity: Quantity;
}

export interface ReservedLine {
  readonly lineNo: number;
  /** Null when the line is backordered. */
  readonly branch: BranchRef | null;
  readonly expectedDate: string | null;
}

export type StockInsufficient = {
  readonly code: 'stock.insufficient';
  readonly lines: readonly {
    readonly productId: string;
    readonly sku: string;
    readonly name: string;
    readonly requested: string;
    readonly available: string;
    readonly unit: string;
  }[];
};
export type NotReserved = { readonly code: 'stock.not_reserved'; readonly lineNo: number };

/** The goods themselves; everything takes part in the surrounding transaction. */
export abstract class Stock {
  abstract reserve(
    orderId: string,
    stateCode: string,
    lines: readonly StockLine[],
  ): Promise<Result<readonly ReservedLine[], StockInsufficient>>;
  abstract release(orderId: string, reason: string): Promise<void>;
  /** The branches that hand out goods; may be some seconds old. */
  abstract branches(): Promise<readonly BranchRef[]>;
  abstract dispatch(
    orderId: string,
    branchId: string,
    lines: readonly { readonly lineNo: number; readonly quantity: Quantity }[],
  ): Promise<Result<void, NotReserved>>;
}

/** How orders can be paid; a card provider is one more method behind this port. */
export abstract class PaymentMethods {
  /** The methods a company on these terms may choose from. */
  abstract availableTo(terms: string): readonly PaymentMethod[];
  /** Arranges the payment of an order that is about to be placed. */
  abstract arrange(
    method: PaymentMethod,
    order: { readonly number: string; readonly terms: string; readonly placedAt: Date },
  ): Promise<Result<PaymentPlan, PaymentRefused>>;
}

/** Whom a mail about an order goes to, and in whose name. */
export interface Correspondence {
  readonly storeName: string;
  /** The storefront's address, without a slash at its end. */
  readonly storeUrl: string;
  /** The buyer's own language, else the store's. */
  readonly locale: string;
  readonly timeZone: string;
}

/** Knows how a store writes to a buyer. */
export abstract class Correspondents {
  abstract of(buyerId: string): Promise<Correspondence>;
}
