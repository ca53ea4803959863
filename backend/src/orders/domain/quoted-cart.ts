import { parseDecimal } from '../../shared/decimal.js';
import { Money, type UnitPrice } from '../../shared/money.js';
import { Quantity } from '../../shared/quantity.js';
import type { Cart, CartLine } from './cart.js';
import { type Customer, priceState, taxRateIn, usualAddress } from './customer.js';
import { type Goods, type GoodsById, mostAtOneBranch, type SellingUnit } from './goods.js';
import { refusalOfQuantity } from './sellable-quantity.js';
import type { TradeCodeProblem } from './trade-code.js';

/** What pricing answered for one line; `badge` and `trace` are plain JSON. */
export interface LinePrice {
  readonly unitPrice: UnitPrice;
  readonly listPrice: UnitPrice | null;
  readonly source: string;
  readonly sourceLabel: string;
  readonly badge: object;
  readonly derived: boolean;
  readonly lineTotal: Money;
  readonly tiers: readonly { readonly minimum: Quantity; readonly unitPrice: UnitPrice }[];
  readonly trace: object;
}

/** What pricing answered for a cart. */
export interface Quotation {
  /** By cart line id; a missing line is not offered. */
  readonly prices: ReadonlyMap<string, LinePrice>;
  /** Whether the cart's trade code counts just now, and what it takes off these prices; null without one. */
  readonly tradeCode: { readonly problem: TradeCodeProblem | null; readonly discount: Money } | null;
}

export interface QuotedLine extends CartLine {
  readonly goods: Goods | null;
  readonly sellingUnit: SellingUnit | null;
  /** Null when the line is no longer offered; it then counts for nothing. */
  readonly price: LinePrice | null;
  /** The price the buyer last saw, when it is not today's. */
  readonly priceChangedFrom: UnitPrice | null;
}

/** A line that can be ordered as it stands. */
export interface OfferedLine extends QuotedLine {
  readonly goods: Goods;
  readonly sellingUnit: SellingUnit;
  readonly price: LinePrice;
}

export type CartProblem =
  | { readonly lineId: string; readonly code: 'price_changed'; readonly from: string; readonly to: string }
  | {
      readonly lineId: string;
      readonly code: 'not_offered';
      readonly reason: 'no_price' | 'not_sold' | 'unit_not_sold';
    }
  | {
      readonly lineId: string;
      readonly code: 'stock_short';
      readonly available: string;
      readonly requested: string;
      readonly unit: string;
    }
  | {
      readonly lineId: string;
      readonly code: 'quantity_off_step' | 'below_minimum';
      readonly step: string;
      readonly minimum: string;
      readonly below: string | null;
      readonly above: string;
    }
  | { readonly code: 'job_site_not_found' }
  | { readonly code: 'company_blocked' };

export const isOffered = (line: QuotedLine): line is OfferedLine => line.price !== null;

/** What a quantity is in base units. */
export const inBaseUnits = ({ quantity, sellingUnit }: Pick<OfferedLine, 'quantity' | 'sellingUnit'>): Quantity =>
  quantity.inBaseUnits(sellingUnit.factor);

/** The tax on an amount, half a minor unit rounded up; the rate is a decimal fraction of at most six decimals. */
export function taxOn(amount: Money, rate: string): Money {
  const millionths = parseDecimal(rate, 6);
  if (millionths === null) throw new Error(`a tax rate is not one: ${rate}`);
  return amount.share(millionths);
}

/** A cart at today's prices; lines no longer offered stay visible and count for nothing. */
export class QuotedCart {
  readonly lines: readonly QuotedLine[];
  readonly subtotal: Money;

  constructor(
    readonly cart: Cart,
    readonly customer: Customer,
    private readonly known: GoodsById,
    private readonly quotation: Quotation,
  ) {
    this.lines = cart.lines.map((line) => {
      const goods = known.get(line.productId) ?? null;
      const sellingUnit = goods?.units.find(({ code }) => code === line.unit) ?? null;
      const isSold = goods?.status === 'active' && sellingUnit !== null;
      const price = isSold ? (quotation.prices.get(line.id) ?? null) : null;
      const changed = price && line.seenPrice && line.seenPrice.compare(price.unitPrice) !== 0;
      return { ...line, goods, sellingUnit, price, priceChangedFrom: changed ? line.seenPrice : null };
    });
    this.subtotal = this.offeredLines.reduce(
      (sum, { price }) => sum.plus(price.lineTotal),
      Money.zero(customer.currency),
    );
  }

  /** The same quote of what was kept of the cart. */
  asKept(cart: Cart): QuotedCart {
    return new QuotedCart(cart, this.customer, this.known, this.quotation);
  }

  /** The trade code these prices were made with; one that does not hold made none. */
  get tradeCode(): string | null {
    return this.quotation.tradeCode && !this.tradeCodeProblem ? this.cart.tradeCode : null;
  }

  /** Why the cart's trade code does not count. */
  get tradeCodeProblem(): TradeCodeProblem | null {
    return this.quotation.tradeCode?.problem ?? null;
  }

  /** What the trade code takes off all lines together. */
  get tradeCodeDiscount(): Money {
    return this.quotation.tradeCode?.discount ?? Money.zero(this.customer.currency);
  }

  get offeredLines(): OfferedLine[] {
    return this.lines.filter(isOffered);
  }

  /** The state whose prices these are. */
  get stateCode(): string {
    return priceState(this.customer);
  }

  get taxRate(): string {
    return taxRateIn(this.customer, usualAddress(this.customer)?.stateCode ?? this.stateCode);
  }

  get tax(): Money {
    return taxOn(this.subtotal, this.taxRate);
  }

  get total(): Money {
    return this.subtotal.plus(this.tax);
  }

  /** Today's prices by line, for what is offered. */
  get unitPrices(): Map<string, UnitPrice> {
    return new Map(this.offeredLines.map(({ id, price }) => [id, price.unitPrice]));
  }

  /** Everything that would keep this cart from becoming an order, or should be looked at before. */
  get problems(): CartProblem[] {
    const wanted = this.wantedByProduct();
    const problems: CartProblem[] = this.lines.flatMap((line) => [
      ...notOffered(line),
      ...priceChanged(line),
      ...offStep(line),
      ...stockShort(line, wanted),
    ]);
    if (this.customer.blocked) problems.push({ code: 'company_blocked' });
    if (this.cart.jobSiteId && !this.customer.jobSite) problems.push({ code: 'job_site_not_found' });
    return problems;
  }

  private wantedByProduct(): Map<string, Quantity> {
    const wanted = new Map<string, Quantity>();
    for (const line of this.offeredLines) {
      wanted.set(line.productId, (wanted.get(line.productId) ?? Quantity.zero).plus(inBaseUnits(line)));
    }
    return wanted;
  }
}

function notOffered({ id, price, goods, sellingUnit }: QuotedLine): CartProblem[] {
  if (price) return [];
  const reason = goods?.status !== 'active' ? 'not_sold' : sellingUnit ? 'no_price' : 'unit_not_sold';
  return [{ lineId: id, code: 'not_offered', reason }];
}

const priceChanged = ({ id, price, priceChangedFrom }: QuotedLine): CartProblem[] =>
  price && priceChangedFrom
    ? [{ lineId: id, code: 'price_changed', from: priceChangedFrom.toString(), to: price.unitPrice.toString() }]
    : [];

function offStep(line: QuotedLine): CartProblem[] {
  const refusal = isOffered(line) && refusalOfQuantity(line.productId, line.sellingUnit, line.quantity);
  if (!refusal || refusal.code === 'cart.quantity_too_large') return [];
  const { step, minimum, below, above } = refusal;
  const code = refusal.code === 'cart.below_minimum' ? 'below_minimum' : 'quantity_off_step';
  return [{ lineId: line.id, code, step, minimum, below, above }];
}

function stockShort(line: QuotedLine, wanted: ReadonlyMap<string, Quantity>): CartProblem[] {
  if (!isOffered(line) || line.goods.backorder) return [];
  const requested = wanted.get(line.productId) ?? Quantity.zero;
  const available = mostAtOneBranch(line.goods) ?? line.goods.availability.available;
  if (available.atLeast(requested)) return [];
  return [
    {
      lineId: line.id,
      code: 'stock_short',
      available: available.toString(),
      requested: requested.toString(),
      unit: line.goods.baseUnit,
    },
  ];
}
