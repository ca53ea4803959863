import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { PriceChange } from '../domain/price-change.js';
import {
  builtFormula,
  type Formula,
  type FormulaInvalid,
  type FormulaLocale,
  type FormulaWord,
  readFormula,
  wordsIn,
} from '../domain/price-formula.js';
import {
  exactly,
  type PriceRounding,
  priceRounding,
  type RoundingError,
  type RoundingMode,
} from '../domain/price-rounding.js';
import type { Person, Revision, RevisionError } from '../domain/revision.js';
import { PriceTables } from './book-ports.js';
import { Assortment, type GoodsMatch, unitNameOf } from './catalogue-ports.js';
import { Costs, type Measure, Measures } from './cost-ports.js';
import { FormulaRun, type LineToMake, type SkipReason } from './formula-run.js';
import { type PriceLine, PriceLines } from './price-lines.js';
import { PriceLedger, RevisionChanges, Revisions } from './revision-ports.js';

export type { SkipReason };

export interface Selection {
  readonly category?: string | undefined;
  readonly brand?: readonly string[] | undefined;
  readonly skus?: readonly string[] | undefined;
  readonly search?: string | undefined;
  readonly only?: 'override' | 'changed' | undefined;
}

export interface WantedFormula {
  readonly text?: string | undefined;
  readonly base?: FormulaWord | undefined;
  readonly tableId?: string | undefined;
  readonly percent?: string | undefined;
  readonly amount?: string | undefined;
  readonly margin?: string | undefined;
}

export interface FormulaOrder {
  readonly selection: Selection;
  readonly formula: WantedFormula;
  readonly rounding: { to?: string | undefined; ending?: string | undefined; mode?: RoundingMode | undefined } | null;
  readonly preview: boolean;
  readonly locale: FormulaLocale;
}

export interface FormulaOutcome {
  readonly changes: number;
  readonly products: number;
  /** Prices the formula leaves as they are. */
  readonly unchanged: number;
  readonly skipped: readonly {
    readonly reason: SkipReason;
    readonly count: number;
    readonly examples: readonly string[];
  }[];
  readonly sample: readonly {
    readonly productId: string;
    readonly sku: string;
    readonly name: string;
    readonly unit: string;
    readonly unitName: string;
    readonly minQuantity: string;
    readonly oldPrice: string | null;
    readonly newPrice: string;
  }[];
}

export type ApplyFormulaError =
  | FormulaInvalid
  | RoundingError
  | RevisionError
  | { readonly code: 'formula.costs_hidden' }
  | { readonly code: 'formula.table_missing' }
  | { readonly code: 'price_table.not_found' }
  | { readonly code: 'revision.not_found' };

interface Read {
  readonly formula: Formula;
  readonly words: ReadonlySet<FormulaWord>;
  readonly rounding: PriceRounding;
}

const sampled = 50;
/** How long a million prices may take to be written on a slow machine. */
const longestMs = 10 * 60_000;
const writtenAtOnce = 20_000;

/**
 * Makes the prices of a selection by a formula, and writes them into a revision all together or not at all. `current` is
 * the live price, so that a formula may be applied twice; of a selection of what the revision changes, it is the pending
 * one. What the formula cannot make is left out and counted by reason.
 */
@Injectable()
export class ApplyFormula {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revisions: Revisions,
    private readonly changes: RevisionChanges,
    private readonly ledger: PriceLedger,
    private readonly tables: PriceTables,
    private readonly lines: PriceLines,
    private readonly assortment: Assortment,
    private readonly measures: Measures,
    private readonly costs: Costs,
    private readonly clock: Clock,
  ) {}

  /** Prices made from costs tell costs: they take the right to see them. */
  async execute(
    { tableId, revisionId }: { readonly tableId: string; readonly revisionId: string },
    order: FormulaOrder,
    by: Person,
    seesCosts: boolean,
  ): Promise<Result<FormulaOutcome, ApplyFormulaError>> {
    const read = this.read(order);
    if (!read.ok) return read;
    if (read.value.words.has('cost') && !seesCosts) return err({ code: 'formula.costs_hidden' });
    const other = read.value.words.has('table') ? order.formula.tableId : undefined;
    if (read.value.words.has('table') && !other) return err({ code: 'formula.table_missing' });
    if (other && !(await this.tables.find(other))) return err({ code: 'price_table.not_found' });

    const matches = await this.matches(order.selection);
    const known = await this.measures.of(matches.map(({ id }) => id));
    const work = async (): Promise<Result<FormulaOutcome, ApplyFormulaError>> => {
      // What is live stays so until this is written, whoever publishes meanwhile.
      if (!order.preview) await this.ledger.hold(tableId);
      const revision = await this.revisions.find(tableId, revisionId);
      if (!revision) return err({ code: 'revision.not_found' });
      const now = this.clock.now();
      const editable = revision.edited(now, revision.state.changeCount, by);
      if (!editable.ok) return editable;
      const run = await this.make(revision, order, read.value, { matches, measures: known, other, now });
      if (!order.preview) {
        const written = await this.write(revision, run.changes, by, now);
        if (!written.ok) return written;
      }
      return ok(await this.outcome(run));
    };
    const applying = () => this.unitOfWork.run(work, longestMs);
    return order.preview ? applying() : this.ledger.inTurn(tableId, applying);
  }

  private read({ formula, rounding, locale }: FormulaOrder): Result<Read, FormulaInvalid | RoundingError> {
    const parts = Object.values(formula).some((part) => part !== undefined);
    if (!parts) return err({ code: 'formula.invalid', at: 0 });
    const made = formula.text === undefined ? ok(builtFormula(formula)) : readFormula(formula.text, locale);
    if (!made.ok) return made;
    const rounded = rounding ? priceRounding(rounding) : ok(exactly);
    if (!rounded.ok) return rounded;
    return ok({ formula: made.value, words: wordsIn(made.value), rounding: rounded.value });
  }

  private async matches({ category, brand, skus, search }: Selection): Promise<readonly GoodsMatch[]> {
    const matches = await this.assortment.matches({
      ...(category && { category }),
      ...(brand && brand.length > 0 && { brand }),
      ...(search && { search }),
      sort: 'sku',
    });
    if (!skus) return matches;
    const named = new Set((await this.assortment.idsBySku(skus)).values());
    return matches.filter(({ id }) => named.has(id));
  }

  private async make(
    revision: Revision,
    { selection }: FormulaOrder,
    { formula, words, rounding }: Read,
    known: { matches: readonly GoodsMatch[]; measures: readonly Measure[]; other: string | undefined; now: Date },
  ): Promise<FormulaRun> {
    const { matches, measures, other, now } = known;
    const { id, tableId } = revision.state;
    const pending = await this.lines.pending(id);
    const changed = new Set(pending.map(({ productId }) => productId));
    const chosen = selection.only === 'changed' ? matches.filter((match) => changed.has(match.id)) : matches;
    const ids = chosen.map((match) => match.id);
    const [own, theirs, costs] = await Promise.all([
      this.lines.live(tableId, ids, now),
      other ? this.lines.live(other, ids, now) : null,
      words.has('cost') ? this.costs.at(ids, now) : null,
    ]);
    const run = new FormulaRun(formula, rounding, measures, costs);
    const lines = linesToMake({
      ...{ chosen, own, theirs, pending },
      pendingFirst: selection.only === 'changed',
      pricedOnly: selection.only === 'override',
    });
    for (const line of lines) run.make(line);
    return run;
  }

  private async write(
    revision: Revision,
    changes: readonly PriceChange[],
    by: Person,
    now: Date,
  ): Promise<Result<void, RevisionError>> {
    let count = revision.state.changeCount;
    for (let from = 0; from < changes.length; from += writtenAtOnce) {
      const { added } = await this.changes.put(revision, changes.slice(from, from + writtenAtOnce), now, by);
      count += added;
    }
    const edited = revision.filledByFormula().edited(now, count, by);
    if (!edited.ok) return edited;
    if (changes.length > 0) await this.revisions.save(edited.value);
    return ok(undefined);
  }

  private async outcome(run: FormulaRun): Promise<FormulaOutcome> {
    const shown = run.made.slice(0, sampled);
    const goods = await this.assortment.byIds([...new Set(shown.map(({ change }) => change.productId))]);
    return {
      changes: run.made.length,
      products: new Set(run.made.map(({ change }) => change.productId)).size,
      unchanged: run.unchanged,
      skipped: run.skipped,
      sample: shown.map(({ change, oldPrice, newPrice }) => ({
        productId: change.productId,
        sku: goods.get(change.productId)?.sku ?? '',
        name: goods.get(change.productId)?.name ?? '',
        unit: change.unit,
        unitName: unitNameOf(goods.get(change.productId), change.unit),
        minQuantity: change.minimum.toString(),
        oldPrice: oldPrice ?? null,
        newPrice: newPrice.toString(),
      })),
    };
  }
}

/**
 * Which prices a formula makes: those of the other table where it speaks of one; else the table's own, and for a product
 * without any, where the formula needs none, one in its default unit.
 */
function linesToMake(known: {
  readonly chosen: readonly GoodsMatch[];
  readonly own: readonly PriceLine[];
  readonly theirs: readonly PriceLine[] | null;
  readonly pending: readonly PriceLine[];
  readonly pendingFirst: boolean;
  readonly pricedOnly: boolean;
}): LineToMake[] {
  const { chosen, own, theirs, pending, pendingFirst, pricedOnly } = known;
  const live = new Map(own.map((line) => [placeOf(line), line.unitPrice]));
  const drafted = new Map(pending.map((line) => [placeOf(line), line.unitPrice]));
  const drafts = pending.filter((line) => line.unitPrice !== null && (pendingFirst || !live.has(placeOf(line))));
  const asked = theirs ?? [...(pendingFirst ? [] : own), ...drafts];
  const byProduct = new Map<string, PriceLine[]>();
  for (const line of asked) {
    const lines = byProduct.get(line.productId);
    if (lines) lines.push(line);
    else byProduct.set(line.productId, [line]);
  }
  const priced = new Set(own.map(({ productId }) => productId));
  return chosen.flatMap(({ id, unit }): LineToMake[] => {
    if (pricedOnly && !priced.has(id)) return [];
    const lines = byProduct.get(id) ?? [];
    if (lines.length > 0) {
      return lines.map((line) => {
        const place = placeOf(line);
        const livePrice = live.get(place) ?? null;
        const current = (pendingFirst ? drafted.get(place) : livePrice) ?? drafted.get(place) ?? null;
        const table = theirs ? line.unitPrice : null;
        return { ...line, ...{ livePrice, current, table }, isPending: drafted.has(place) };
      });
    }
    // Where the formula needs a price that is not there, this is where it will say so.
    return [
      {
        ...{ productId: id, unit: unit.code, minQuantity: '1', validFrom: null, validTo: null },
        ...{ livePrice: null, current: null, table: null, isPending: false },
      },
    ];
  });
}

const placeOf = ({ productId, unit, minQuantity, validFrom }: PriceLine): string =>
  `${productId}|${unit}|${minQuantity}|${validFrom?.getTime() ?? ''}`;
