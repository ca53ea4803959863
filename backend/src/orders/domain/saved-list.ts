import { newId } from '../../shared/ids.js';
import type { Quantity } from '../../shared/quantity.js';
import { err, ok, type Result } from '../../shared/result.js';
import { Cart, type LineChange, type WantedLine } from './cart.js';
import { type GoodsById, sellingUnit } from './goods.js';
import { largestQuantity, type QuantityRefused, refusalOfQuantity } from './sellable-quantity.js';

export interface ListLine {
  readonly id: string;
  readonly productId: string;
  readonly unit: string;
  readonly quantity: Quantity;
  readonly note: string | null;
}

/** Who wrote something in a list, and when. */
export interface ListEdit {
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Date;
}

/** A line as a cart or an order holds it. */
export type HeldLine = Omit<ListLine, 'id'>;

export type SavedListError =
  | QuantityRefused
  | { readonly code: 'product.not_found' }
  | { readonly code: 'cart.unit_not_sold'; readonly unit: string; readonly units: readonly string[] }
  | { readonly code: 'list.full'; readonly limit: number }
  | { readonly code: 'list.line_not_found' };

type ListState = Pick<
  SavedList,
  'id' | 'companyId' | 'name' | 'lines' | 'version' | 'created' | 'updated' | 'storedLines'
>;

/**
 * What a company buys again and again, under a name; it holds no prices. What is not sold any more may stand in it: the
 * list says so when it is looked at.
 */
export class SavedList {
  static readonly maxLines = 1_000;
  static readonly maxPerCompany = 200;

  readonly id: string;
  readonly companyId: string;
  readonly name: string;
  readonly lines: readonly ListLine[];
  /** Zero until it is first kept. */
  readonly version: number;
  readonly created: ListEdit;
  readonly updated: ListEdit;
  /** The lines as they are kept, so that only what differs is written. */
  readonly storedLines: readonly ListLine[];

  private constructor(state: ListState) {
    this.id = state.id;
    this.companyId = state.companyId;
    this.name = state.name;
    this.lines = state.lines;
    this.version = state.version;
    this.created = state.created;
    this.updated = state.updated;
    this.storedLines = state.storedLines;
  }

  static begin(companyId: string, name: string, edit: ListEdit): SavedList {
    const empty = { lines: [], storedLines: [], version: 0 };
    return new SavedList({ id: newId(), companyId, name, created: edit, updated: edit, ...empty });
  }

  static restore(state: Omit<ListState, 'storedLines'>): SavedList {
    return new SavedList({ ...state, storedLines: state.lines });
  }

  get productIds(): string[] {
    return [...new Set(this.lines.map((line) => line.productId))];
  }

  renamed(name: string): SavedList {
    return this.with({ name });
  }

  /** Adds goods, to the line of the same product and unit where there is one. */
  add({ productId, unit: wanted, quantity, note }: WantedLine, known: GoodsById): Result<SavedList, SavedListError> {
    const unit = unitOf(productId, wanted, known);
    if (!unit.ok) return unit;
    const present = this.lineOf(productId, unit.value);
    if (present) return this.changeLine(present.id, { quantity: present.quantity.plus(quantity), note }, known);
    if (this.lines.length >= SavedList.maxLines) return err({ code: 'list.full', limit: SavedList.maxLines });
    const refusal = refusalOf(productId, unit.value, quantity, known);
    if (refusal) return err(refusal);
    const line = { id: newId(), productId, unit: unit.value, quantity, note: note ?? null };
    return ok(this.with({ lines: [...this.lines, line] }));
  }

  /** Takes lines over as they are held elsewhere, whether they could be bought today or not. */
  taking(held: readonly HeldLine[]): Result<SavedList, SavedListError> {
    const lines = new Map(this.lines.map((line) => [`${line.productId} ${line.unit}`, line]));
    for (const { productId, unit, quantity, note } of held) {
      const key = `${productId} ${unit}`;
      const present = lines.get(key);
      const line = present ?? { id: newId(), productId, unit, note };
      lines.set(key, { ...line, quantity: present ? present.quantity.plus(quantity) : quantity });
    }
    if (lines.size > SavedList.maxLines) return err({ code: 'list.full', limit: SavedList.maxLines });
    return ok(this.with({ lines: [...lines.values()] }));
  }

  /** Changes what is named; in a unit that has a line already, the two become one. */
  changeLine(lineId: string, change: LineChange, known: GoodsById): Result<SavedList, SavedListError> {
    const line = this.lines.find(({ id }) => id === lineId);
    if (!line) return err({ code: 'list.line_not_found' });
    const note = change.note === undefined ? line.note : change.note;
    if (change.quantity === undefined && change.unit === undefined) return ok(this.replacing({ ...line, note }));

    const unit = unitOf(line.productId, change.unit ?? line.unit, known);
    if (!unit.ok) return unit;
    const twin = this.lineOf(line.productId, unit.value, lineId);
    const wanted = change.quantity ?? line.quantity;
    const quantity = twin ? twin.quantity.plus(wanted) : wanted;
    const refusal = refusalOf(line.productId, unit.value, quantity, known);
    if (refusal) return err(refusal);
    if (twin) return ok(this.without(lineId).replacing({ ...twin, quantity, note: twin.note ?? note }));
    return ok(this.replacing({ ...line, unit: unit.value, quantity, note }));
  }

  removeLine(lineId: string): Result<SavedList, SavedListError> {
    return this.lines.some(({ id }) => id === lineId) ? ok(this.without(lineId)) : err({ code: 'list.line_not_found' });
  }

  editedBy(edit: ListEdit): SavedList {
    return this.with({ updated: edit });
  }

  /** The list as it now stands in the store. */
  kept(): SavedList {
    return new SavedList({ ...this, version: this.version + 1, storedLines: this.lines });
  }

  /** A cart of these lines that nobody keeps, to say what they would cost this buyer, delivered there. */
  asCart(buyerId: string, jobSiteId: string | null): Cart {
    const { id, companyId, version } = this;
    const lines = this.lines.map((line) => ({ ...line, seenPrice: null }));
    return Cart.restore({ id, buyerId, companyId, jobSiteId, tradeCode: null, lines, version });
  }

  private lineOf(productId: string, unit: string, except?: string): ListLine | undefined {
    return this.lines.find((line) => line.id !== except && line.productId === productId && line.unit === unit);
  }

  private without(lineId: string): SavedList {
    return this.with({ lines: this.lines.filter(({ id }) => id !== lineId) });
  }

  private replacing(line: ListLine): SavedList {
    return this.with({ lines: this.lines.map((other) => (other.id === line.id ? line : other)) });
  }

  private with(change: Partial<ListState>): SavedList {
    return new SavedList({ ...this, ...change });
  }
}

/** The unit meant; of what is not sold any more, whatever was written down. */
function unitOf(productId: string, code: string | undefined, known: GoodsById): Result<string, SavedListError> {
  const goods = known.get(productId);
  if (!goods || goods.status === 'draft') return err({ code: 'product.not_found' });
  if (goods.status === 'archived') return ok(code ?? goods.baseUnit);
  const unit = sellingUnit(goods, code);
  if (unit) return ok(unit.code);
  return err({ code: 'cart.unit_not_sold', unit: code ?? '', units: goods.units.map((sold) => sold.code) });
}

function refusalOf(productId: string, code: string, quantity: Quantity, known: GoodsById): QuantityRefused | null {
  const goods = known.get(productId);
  const unit = goods?.status === 'active' ? sellingUnit(goods, code) : undefined;
  if (unit) return refusalOfQuantity(productId, unit, quantity);
  if (largestQuantity.atLeast(quantity)) return null;
  return { code: 'cart.quantity_too_large', limit: largestQuantity.toString() };
}
