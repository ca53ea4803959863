import { Quantity } from '../../shared/quantity.js';
import type { UnitPrice } from '../../shared/money.js';
import type { PriceChange } from '../domain/price-change.js';
import { evaluate, type Formula, type FormulaError } from '../domain/price-formula.js';
import { type PriceOutOfRange, type PriceRounding, roundedPrice } from '../domain/price-rounding.js';
import { Ratio } from '../domain/ratio.js';
import type { KeptCost, Measure } from './cost-ports.js';
import type { PriceLine } from './price-lines.js';

export type SkipReason = FormulaError['code'] | PriceOutOfRange['code'];

/** A price to make, with what the formula may speak of. */
export interface LineToMake extends Omit<PriceLine, 'unitPrice'> {
  readonly livePrice: string | null;
  readonly current: string | null;
  readonly table: string | null;
  /** The revision wants something of this price already. */
  readonly isPending: boolean;
}

export interface MadePrice {
  readonly change: PriceChange;
  readonly oldPrice: string | null;
  readonly newPrice: UnitPrice;
}

const examplesShown = 5;

/** Makes one price after the other, and remembers what could not be made and why. */
export class FormulaRun {
  readonly made: MadePrice[] = [];
  unchanged = 0;
  private readonly reasons = new Map<SkipReason, { count: number; examples: Set<string> }>();
  private readonly measures: ReadonlyMap<string, Measure>;

  constructor(
    private readonly formula: Formula,
    private readonly rounding: PriceRounding,
    measures: readonly Measure[],
    private readonly costs: ReadonlyMap<string, KeptCost> | null,
  ) {
    this.measures = new Map(measures.map((measure) => [measure.id, measure]));
  }

  make(line: LineToMake): void {
    const exact = evaluate(this.formula, {
      current: ratio(line.current),
      table: ratio(line.table),
      cost: this.costOf(line),
    });
    const price = exact.ok ? roundedPrice(exact.value, this.rounding) : exact;
    if (!price.ok) return this.skip(price.error.code, line.productId);
    const newPrice = price.value;
    if (!line.isPending && line.livePrice !== null && newPrice.toString() === line.livePrice) {
      this.unchanged += 1;
      return;
    }
    const { productId, unit, validFrom, validTo } = line;
    const minimum = Quantity.stored(line.minQuantity);
    const change = { productId, unit, minimum, validFrom, validTo, unitPrice: newPrice };
    this.made.push({ change, oldPrice: line.livePrice, newPrice });
  }

  get changes(): PriceChange[] {
    return this.made.map(({ change }) => change);
  }

  get skipped(): { reason: SkipReason; count: number; examples: string[] }[] {
    return [...this.reasons].map(([reason, { count, examples }]) => ({ reason, count, examples: [...examples] }));
  }

  private skip(reason: SkipReason, productId: string): void {
    const known = this.reasons.get(reason) ?? { count: 0, examples: new Set<string>() };
    known.count += 1;
    if (known.examples.size < examplesShown) known.examples.add(this.measures.get(productId)?.sku ?? productId);
    this.reasons.set(reason, known);
  }

  /** What the line's unit costs; null when nobody said what the product costs. */
  private costOf({ productId, unit }: LineToMake): Ratio | null {
    const cost = ratio(this.costs?.get(productId)?.unitCost ?? null);
    const measure = this.measures.get(productId);
    if (!cost || !measure || unit === measure.baseUnit) return cost;
    return cost.times(ratio(measure.factors[unit] ?? '1') ?? Ratio.of(1n));
  }
}

const ratio = (text: string | null): Ratio | null => (text === null ? null : Ratio.parse(text));
