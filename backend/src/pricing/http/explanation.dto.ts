import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { Decimal, Instant, StateCode, Text, WhenGiven } from '../../shared/http/fields.js';
import { Quantity } from '../../shared/quantity.js';
import type { ExplainedLine, Explanation } from '../application/explain-prices.js';
import type { EntryOrigin } from '../application/ports.js';
import type { LossReason, PriceScope } from '../domain/price-resolver.js';
import type { TraceEntry } from '../domain/price-trace.js';
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

/** A line with its price and how it came about; `unitPrice` null with a trace: not offered; with an error: not understood. */
export class ResolvedLineView {
  productId!: string | null;
  sku!: string | null;
  name!: string | null;
  unit!: string | null;
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
  trace!: TraceView | null;
  error!: LineRefusalView | null;
}

export class ResolvedCompanyView {
  id!: string;
  name!: string;
}

/** The answer, its lines in the order asked. */
export class ExplanationView {
  company!: ResolvedCompanyView | null;
  stateCode!: string | null;
  at!: string;
  currency!: string;
  lines!: ResolvedLineView[];
}

export const toExplanation = (
  { lines, company, stateCode, at, currency, origins }: Explanation,
  messageOf: (code: NonNullable<ExplainedLine['error']>['code']) => string,
): ExplanationView => ({
  company: company && { id: company.id, name: company.name },
  stateCode,
  at: at.toISOString(),
  currency,
  lines: lines.map((line) => toLine(line, currency, origins, messageOf)),
});

function toLine(
  line: ExplainedLine,
  currency: string,
  origins: Explanation['origins'],
  messageOf: (code: NonNullable<ExplainedLine['error']>['code']) => string,
): ResolvedLineView {
  const { asked, goods, resolution } = line;
  const product = {
    productId: goods?.id ?? asked.productId ?? null,
    sku: goods?.sku ?? asked.sku ?? null,
    name: goods?.name ?? null,
  };
  if (!resolution) {
    const { code, ...details } = line.error;
    return {
      ...product,
      unit: asked.unit ?? null,
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
      trace: null,
      error: { code, message: messageOf(code), ...(Object.keys(details).length > 0 && { details }) },
    };
  }
  return {
    ...product,
    unit: resolution.unit,
    quantity: resolution.quantity.toString(),
    unitPrice: resolution.unitPrice?.toString() ?? null,
    listPrice: resolution.listPrice?.toString() ?? null,
    currency,
    source: resolution.source,
    sourceLabel: resolution.sourceLabel,
    badge: toBadge(resolution.badge),
    tableName: resolution.tableName,
    derived: resolution.derived,
    lineTotal: resolution.lineTotal?.toString() ?? null,
    trace: toTrace(line, origins),
    error: null,
  };
}

function toTrace(line: ExplainedLine & { error: null }, origins: Explanation['origins']): TraceView {
  const { trace, unit, quantity } = line.resolution;
  const inBaseUnits = quantity.inBaseUnits(line.unitFactor);
  return {
    at: trace.at,
    winner: trace.winner && toEntry(trace.winner, origins),
    adjustments: trace.adjustments.map((step) => ({ ...step })),
    losers: trace.losers.map((loser) => {
      const had = loser.unit === unit ? quantity : inBaseUnits;
      const isShort = loser.reason === 'below_tier';
      return {
        ...toEntry(loser, origins),
        reason: loser.reason,
        missing: isShort ? Quantity.stored(loser.minimum).minus(had).toString() : null,
      };
    }),
  };
}

function toEntry(
  { revisionId, ...entry }: TraceEntry & { reason?: unknown },
  origins: ReadonlyMap<string, EntryOrigin>,
): TraceEntryView {
  const origin = origins.get(revisionId);
  const { reason: _reason, ...plain } = entry;
  return {
    ...plain,
    revision: {
      id: revisionId,
      number: origin?.number ?? null,
      name: origin?.name ?? null,
      author: origin?.author ?? null,
      liveAt: origin?.liveAt?.toISOString() ?? null,
    },
  };
}
