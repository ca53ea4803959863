import { newId } from '../../shared/ids.js';
import type { UnitPrice } from '../../shared/money.js';
import type { Quantity } from '../../shared/quantity.js';
import { err, ok, type Result } from '../../shared/result.js';
import { type Goods, type GoodsById, type SellingUnit, sellingUnit } from './goods.js';
import { type QuantityRefused, refusalOfQuantity } from './sellable-quantity.js';

export interface CartLine {
  readonly id: string;
  readonly productId: string;
  readonly unit: string;
  readonly quantity: Quantity;
  readonly note: string | null;
  /** The price the buyer last agreed to for this quantity; null until it was shown. */
  readonly seenPrice: UnitPrice | null;
}

/** What a buyer asks to put in; without a unit the product's usual one. */
export interface WantedLine {
  readonly productId: string;
  readonly unit?: string;
  readonly quantity: Quantity;
  readonly note?: string | null;
}

export interface LineChange {
  readonly quantity?: Quantity;
  readonly unit?: string;
  readonly note?: string | null;
}

export type CartError =
  | QuantityRefused
  | { readonly code: 'product.not_found' }
  | { readonly code: 'price.not_offered'; readonly productId: string }
  | { readonly code: 'cart.unit_not_sold'; readonly unit: string; readonly units: readonly string[] }
  | { readonly code: 'cart.full'; readonly limit: number }
  | { readonly code: 'cart.line_not_found' };

type CartState = Pick<
  Cart,
  'id' | 'buyerId' | 'companyId' | 'jobSiteId' | 'tradeCode' | 'lines' | 'version' | 'storedLines'
>;

/** A buyer's open selection, without prices; every change yields a new cart or the rule that forbids it. */
export class Cart {
  static readonly maxLines = 1_000;

  readonly id: string;
  readonly buyerId: string;
  readonly companyId: string;
  readonly jobSiteId: string | null;
  readonly tradeCode: string | null;
  readonly lines: readonly CartLine[];
  /** Zero until it is first kept. */
  readonly version: number;
  /** The lines as they are kept, so that only what differs is written. */
  readonly storedLines: readonly CartLine[];

  private constructor(state: CartState) {
    this.id = state.id;
    this.buyerId = state.buyerId;
    this.companyId = state.companyId;
    this.jobSiteId = state.jobSiteId;
    this.tradeCode = state.tradeCode;
    this.lines = state.lines;
    this.version = state.version;
    this.storedLines = state.storedLines;
  }

  static openFor(buyerId: string, companyId: string): Cart {
    const empty = { jobSiteId: null, tradeCode: null, lines: [], storedLines: [] };
    return new Cart({ id: newId(), buyerId, companyId, version: 0, ...empty });
  }

  static restore(state: Omit<CartState, 'storedLines'>): Cart {
    return new Cart({ ...state, storedLines: state.lines });
  }

  get productIds(): string[] {
    return [...new Set(this.lines.map((line) => line.productId))];
  }

  /** Lines that are new, or whose unit or quantity is not what was kept. */
  get changedLines(): CartLine[] {
    const stored = new Map(this.storedLines.map((line) => [line.id, line]));
    return this.lines.filter((line) => {
      const before = stored.get(line.id);
      return !before || before.unit !== line.unit || !before.quantity.equals(line.quantity);
    });
  }

  /** Adds goods, to the line of the same product and unit where there is one. */
  add({ productId, unit: unitCode, quantity, note }: WantedLine, known: GoodsById): Result<Cart, CartError> {
    const unit = soldUnit(known.get(productId), productId, unitCode);
    if (!unit.ok) return unit;

    const present = this.lines.find((line) => line.productId === productId && line.unit === unit.value.code);
    if (present) return this.changeLine(present.id, { quantity: present.quantity.plus(quantity), note }, known);
    if (this.lines.length >= Cart.maxLines) return err({ code: 'cart.full', limit: Cart.maxLines });

    const refusal = refusalOfQuantity(productId, unit.value, quantity);
    if (refusal) return err(refusal);
    const line = { id: newId(), productId, unit: unit.value.code, quantity, note: note ?? null, seenPrice: null };
    return ok(this.with({ lines: [...this.lines, line] }));
  }

  /** Changes what is named; in a unit that has a line already, the two become one. */
  changeLine(lineId: string, change: LineChange, known: GoodsById): Result<Cart, CartError> {
    const line = this.lines.find(({ id }) => id === lineId);
    if (!line) return err({ code: 'cart.line_not_found' });
    const note = change.note === undefined ? line.note : change.note;
    if (change.quantity === undefined && change.unit === undefined) return ok(this.replacing({ ...line, note }));

    const unit = soldUnit(known.get(line.productId), line.productId, change.unit ?? line.unit);
    if (!unit.ok) return unit;
    const twin = this.lines.find(
      (other) => other.id !== lineId && other.productId === line.productId && other.unit === unit.value.code,
    );
    const wanted = change.quantity ?? line.quantity;
    const quantity = twin ? twin.quantity.plus(wanted) : wanted;
    const refusal = refusalOfQuantity(line.productId, unit.value, quantity);
    if (refusal) return err(refusal);
    if (twin)
      return ok(this.without(lineId).replacing({ ...twin, quantity, note: twin.note ?? note, seenPrice: null }));
    return ok(this.replacing({ ...line, unit: unit.value.code, quantity, note, seenPrice: null }));
  }

  removeLine(lineId: string): Result<Cart, CartError> {
    return this.lines.some(({ id }) => id === lineId) ? ok(this.without(lineId)) : err({ code: 'cart.line_not_found' });
  }

  emptied(): Cart {
    return this.with({ lines: [] });
  }

  /** The cart for another delivery place or trade code; prices the buyer saw before stay as they were. */
  under(terms: { readonly jobSiteId?: string | null; readonly tradeCode?: string | null }): Cart {
    return this.with({
      jobSiteId: terms.jobSiteId === undefined ? this.jobSiteId : terms.jobSiteId,
      tradeCode: terms.tradeCode === undefined ? this.tradeCode : terms.tradeCode,
    });
  }

  /** Undoes what was done to these lines since the cart was kept. */
  undoing(lineIds: ReadonlySet<string>): Cart {
    const stored = new Map(this.storedLines.map((line) => [line.id, line]));
    return this.with({
      lines: this.lines.flatMap((line) => (lineIds.has(line.id) ? (stored.get(line.id) ?? []) : [line])),
    });
  }

  /** Takes these prices as agreed, for lines whose price was never shown, or for all of them. */
  seeing(prices: ReadonlyMap<string, UnitPrice>, which: 'new' | 'all'): Cart {
    return this.with({
      lines: this.lines.map((line) => {
        const price = prices.get(line.id);
        return price && (which === 'all' || !line.seenPrice) ? { ...line, seenPrice: price } : line;
      }),
    });
  }

  /** The cart as it now stands in the store. */
  kept(): Cart {
    return new Cart({ ...this, version: this.version + 1, storedLines: this.lines });
  }

  private without(lineId: string): Cart {
    return this.with({ lines: this.lines.filter(({ id }) => id !== lineId) });
  }

  private replacing(line: CartLine): Cart {
    return this.with({ lines: this.lines.map((other) => (other.id === line.id ? line : other)) });
  }

  private with(change: Partial<CartState>): Cart {
    return new Cart({ ...this, ...change });
  }
}

/** A draft is as good as unknown to a buyer; what is archived is known, and not sold any more. */
function soldUnit(goods: Goods | undefined, productId: string, code?: string): Result<SellingUnit, CartError> {
  if (!goods || goods.status === 'draft') return err({ code: 'product.not_found' });
  if (goods.status === 'archived') return err({ code: 'price.not_offered', productId });
  const unit = sellingUnit(goods, code);
  if (unit) return ok(unit);
  return err({ code: 'cart.unit_not_sold', unit: code ?? '', units: goods.units.map((sold) => sold.code) });
}
