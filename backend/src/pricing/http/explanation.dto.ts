import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { Decimal, Instant, StateCode, Text, WhenGiven } from '../../shared/http/fields.js';
import { Quantity } from '../../shared/quantity.js';
import type { EntryOrigin } from '../application/book-ports.js';
import { unitNameOf } from '../application/catalogue-ports.js';
import type { ExplainedLine, Explanation } from '../application/explain-prices.js';
import type { Light } from '../domain/margin.js';
import type { LossReason, PriceScope } from '../domain/price-resolver.js';
import type { TraceEntry } from '../domain/price-trace.js';
import type { TradeCodeProblem } from '../domain/trade-code.js';
import { BadgeView, toBadge } from './price.dto.js';

/** A product by id or SKU, in its first unit unless said. */
export class AskedLineBody {
  @WhenGiven()
  @IsUUID()
  productId?: string;

  @WhenGiven()
  @Text(1, 100)
  sku?: string;

  @WhenGiven()
  @Text(1, 30)
  unit?: string;

  @Decimal(12, 10)
  quantity!: string;
}

/** Whose price, where, when, with which code: a company's, or just a state's. */
export class ResolveBody {
  @WhenGiven()
  @IsUUID()
  companyId?: string;

  @WhenGiven()
  @StateCode()
  stateCode?: string;

  @WhenGiven()
  @Instant()
  at?: Date;

  @IsOptional()
  @Text(0, 60)
  tradeCode?: string;

  /** `false`: prices without their traces, for who asks about many at once. */
  @WhenGiven()
  @IsBoolean()
  trace?: boolean;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => AskedLineBody)
  lines!: AskedLineBody[];
}

/** The revision behind an entry. */
export class OriginView {
  id!: string;
  number!: number | null;
  name!: string | null;
  author!: string | null;
  liveAt!: string | null;
}

/** An entry that had a say. */
export class TraceEntryView {
  entryId!: string;
  tableId!: string;
  tableName!: string;
  scope!: PriceScope;
  stateCode!: string | null;
  unit!: string;
  /** As people call it. */
  unitName!: string;
  minimum!: string;
  unitPrice!: string;
  validFrom!: string | null;
  validTo!: string | null;
  liveFrom!: string | null;
  revision!: OriginView;
}

/** An entry that lost; `missing` is how much more of its unit it would have taken, for `below_tier`. */
export class LoserView extends TraceEntryView {
  reason!: LossReason;
  missing!: string | null;
}

export class AdjustmentView {
  kind!: 'derived' | 'tier_discount' | 'trade_code';
  name!: string | null;
  percent!: string | null;
  factor!: string | null;
  from!: string;
  to!: string;
  passedOver!: 'smaller_discount' | 'company_price_is_final' | null;
}

export class TraceView {
  at!: string;
  winner!: TraceEntryView | null;
  adjustments!: AdjustmentView[];
  losers!: LoserView[];
}

export class LineRefusalView {
  code!: string;
  message!: string;
  details?: object;
}

/**
 * A line with its price and how it came about; `unitPrice` null with a trace: not offered; with an error: not understood.
 * `light` says to everybody how the price stands to its margin floor; what the unit costs and the share of the price that
 * is left over it are null for who may not see costs.
 */
export class ResolvedLineView {
  productId!: string | null;
  sku!: string | null;
  name!: string | null;
  unit!: string | null;
  /** As people call it. */
  unitName!: string | null;
  quantity!: string;
  unitPrice!: string | null;
  listPrice!: string | null;
  currency!: string;
  source!: PriceScope | null;
  sourceLabel!: string | null;
  badge!: BadgeView | null;
  tableName!: string | null;
  derived!: boolean;
  lineTotal!: string | null;
  light!: Light;
  cost!: string | null;
  margin!: string | null;
  trace!: TraceView | null;
  error!: LineRefusalView | null;
}

export class ResolvedCompanyView {
  id!: string;
  name!: string;
}

/** Why a trade code does not count. */
export class TradeCodeProblemView {
  code!: 'trade_code.not_valid' | 'trade_code.used_up' | 'trade_code.used_up_by_company' | 'trade_code.minimum_order';
  /** `limit` of a code that is used up; `minimum`, `subtotal` and `missing` below the minimum order. */
  details?: object;
}

/** The answer, its lines in the order asked. */
export class ExplanationView {
  company!: ResolvedCompanyView | null;
  stateCode!: string | null;
  at!: string;
  currency!: string;
  tradeCodeProblem!: TradeCodeProblemView | null;
  lines!: ResolvedLineView[];
}

type MessageOf = (code: NonNullable<ExplainedLine['error']>['code']) => string;
type Origins = ReadonlyMap<string, OriginView> | null;

export function toExplanation(
  { lines, company, stateCode, at, currency, tradeCodeProblem, origins }: Explanation,
  seesCosts: boolean,
  messageOf: MessageOf,
): ExplanationView {
  const toLine = lineWriter(origins, currency, seesCosts, messageOf);
  return {
    company: company && { id: company.id, name: company.name },
    stateCode,
    at: at.toISOString(),
    currency,
    tradeCodeProblem: toTradeCodeProblem(tradeCodeProblem),
    lines: lines.map(toLine),
  };
}

export function toTradeCodeProblem(problem: TradeCodeProblem | null): TradeCodeProblemView | null {
  if (!problem) return null;
  const { code, ...details } = problem;
  return { code, ...(Object.keys(details).length > 0 && { details }) };
}

/** Writes lines whose traces stand on the same revisions. */
export function lineWriter(
  origins: ReadonlyMap<string, EntryOrigin> | null,
  currency: string,
  seesCosts: boolean,
  messageOf: MessageOf,
): (line: ExplainedLine) => ResolvedLineView {
  // Hundreds of entries stand on a few revisions: each is put into words once.
  const views = origins && new Map([...origins].map(([id, origin]) => [id, toOrigin(id, origin)]));
  return (line) => (line.resolution ? toResolved(line, views, seesCosts) : toRefused(line, currency, messageOf));
}

function toRefused(
  { asked, goods, error: { code, ...details } }: ExplainedLine & { resolution: null },
  currency: string,
  messageOf: MessageOf,
): ResolvedLineView {
  return {
    productId: goods?.id ?? asked.productId ?? null,
    sku: goods?.sku ?? asked.sku ?? null,
    name: goods?.name ?? null,
    unit: asked.unit ?? null,
    unitName: asked.unit === undefined || !goods ? null : unitNameOf(goods, asked.unit),
    quantity: asked.quantity,
    unitPrice: null,
    listPrice: null,
    currency,
    source: null,
    sourceLabel: null,
    badge: null,
    tableName: null,
    derived: false,
    lineTotal: null,
    light: 'unknown',
    cost: null,
    margin: null,
    trace: null,
    error: { code, message: messageOf(code), ...(Object.keys(details).length > 0 && { details }) },
  };
}

function toResolved(line: ExplainedLine & { error: null }, origins: Origins, seesCosts: boolean): ResolvedLineView {
  const { goods, resolution, light } = line;
  const cost = seesCosts ? line.cost : null;
  return {
    productId: goods.id,
    sku: goods.sku,
    name: goods.name,
    unit: resolution.unit,
    unitName: unitNameOf(goods, resolution.unit),
    quantity: resolution.quantity.toString(),
    unitPrice: resolution.unitPrice?.toString() ?? null,
    listPrice: resolution.listPrice?.toString() ?? null,
    currency: resolution.currency,
    source: resolution.source,
    sourceLabel: resolution.sourceLabel,
    badge: toBadge(resolution.badge),
    tableName: resolution.tableName,
    derived: resolution.derived,
    lineTotal: resolution.lineTotal?.toString() ?? null,
    light,
    cost: cost?.rounded.toString() ?? null,
    margin: cost && resolution.unitPrice ? cost.marginOf(resolution.unitPrice) : null,
    trace: origins && toTrace(line, origins),
    error: null,
  };
}

function toTrace(line: ExplainedLine & { error: null }, origins: NonNullable<Origins>): TraceView {
  const { trace } = line.resolution;
  const nameOf = (unit: string): string => unitNameOf(line.goods, unit);
  return {
    at: trace.at,
    winner: trace.winner && toEntry(trace.winner, origins, nameOf),
    adjustments: trace.adjustments.map((step) => ({ ...step })),
    losers: trace.losers.map((loser) => {
      const view = toEntry(loser, origins, nameOf) as LoserView;
      view.reason = loser.reason;
      view.missing = loser.reason === 'below_tier' ? missingFor(loser, line) : null;
      return view;
    }),
  };
}

function missingFor(
  { unit, minimum }: TraceEntry,
  { resolution, unitFactor }: ExplainedLine & { error: null },
): string {
  const { quantity } = resolution;
  const had = unit === resolution.unit ? quantity : quantity.inBaseUnits(unitFactor);
  return Quantity.stored(minimum).minus(had).toString();
}

const toEntry = (
  entry: TraceEntry,
  origins: NonNullable<Origins>,
  nameOf: (unit: string) => string,
): TraceEntryView => ({
  entryId: entry.entryId,
  tableId: entry.tableId,
  tableName: entry.tableName,
  scope: entry.scope,
  stateCode: entry.stateCode,
  unit: entry.unit,
  unitName: nameOf(entry.unit),
  minimum: entry.minimum,
  unitPrice: entry.unitPrice,
  validFrom: entry.validFrom,
  validTo: entry.validTo,
  liveFrom: entry.liveFrom,
  revision: origins.get(entry.revisionId) ?? toOrigin(entry.revisionId, null),
});

const toOrigin = (id: string, origin: EntryOrigin | null): OriginView => ({
  id,
  number: origin?.number ?? null,
  name: origin?.name ?? null,
  author: origin?.author ?? null,
  liveAt: origin?.liveAt?.toISOString() ?? null,
});
