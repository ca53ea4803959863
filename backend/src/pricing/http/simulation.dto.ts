import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { Instant, StateCode, Text, WhenGiven } from '../../shared/http/fields.js';
import { divideHalfUp, formatDecimal } from '../../shared/decimal.js';
import type { ExplainedLine } from '../application/explain-prices.js';
import type { SimulatedLine, Simulation } from '../application/simulate-prices.js';
import {
  AskedLineBody,
  LineRefusalView,
  lineWriter,
  ResolvedCompanyView,
  ResolvedLineView,
  toTradeCodeProblem,
  TradeCodeProblemView,
} from './explanation.dto.js';

/** For whom, when, which revisions are taken for live (of two about one price the later counts), and what is bought. */
export class SimulationBody {
  @WhenGiven()
  @IsUUID()
  companyId?: string;

  @WhenGiven()
  @StateCode()
  stateCode?: string;

  /** When the prices beside today's hold; now unless said. */
  @WhenGiven()
  @Instant()
  at?: Date;

  @IsOptional()
  @Text(0, 60)
  tradeCode?: string;

  @WhenGiven()
  @IsArray()
  @ArrayMaxSize(10)
  @IsUUID(undefined, { each: true })
  revisionIds?: string[];

  @WhenGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => AskedLineBody)
  lines?: AskedLineBody[];

  /** The lines of an order instead; its company and state too, unless others are named. */
  @WhenGiven()
  @IsUUID()
  orderId?: string;

  /** The lines of a saved list instead; its company too, unless another is named. */
  @WhenGiven()
  @IsUUID()
  listId?: string;
}

/** A line at today's price and at the one it would have; `difference` is of the line totals. */
export class SimulatedLineView {
  productId!: string | null;
  sku!: string | null;
  name!: string | null;
  unit!: string | null;
  /** As people call it. */
  unitName!: string | null;
  quantity!: string;
  today!: ResolvedLineView;
  then!: ResolvedLineView;
  difference!: string | null;
  /** Of the unit prices, `3.50`; null where either is missing or today's is zero. */
  percent!: string | null;
  error!: LineRefusalView | null;
}

export class SimulatedTotalsView {
  today!: string;
  then!: string;
  difference!: string;
  percent!: string | null;
  /** Lines that have no price on one side or on both; each side counts what it has. */
  incomplete!: number;
}

/** A basket at today's prices beside those it would have. */
export class SimulationView {
  company!: ResolvedCompanyView | null;
  stateCode!: string | null;
  today!: string;
  at!: string;
  currency!: string;
  lines!: SimulatedLineView[];
  totals!: SimulatedTotalsView;
  /** Why the trade code does not count then. */
  tradeCodeProblem!: TradeCodeProblemView | null;
}

export function toSimulation(
  { lines, company, stateCode, today, at, currency, totals, tradeCodeProblem, origins }: Simulation,
  seesCosts: boolean,
  messageOf: (code: NonNullable<ExplainedLine['error']>['code']) => string,
): SimulationView {
  const toLine = lineWriter(origins, currency, seesCosts, messageOf);
  return {
    company: company && { id: company.id, name: company.name },
    stateCode,
    today: today.toISOString(),
    at: at.toISOString(),
    currency,
    lines: lines.map((line) => toSimulatedLine(line, toLine)),
    totals: {
      today: totals.today.toString(),
      then: totals.then.toString(),
      difference: totals.then.minus(totals.today).toString(),
      percent: percentOf(totals.today.minor, totals.then.minor),
      incomplete: totals.incomplete,
    },
    tradeCodeProblem: toTradeCodeProblem(tradeCodeProblem),
  };
}

function toSimulatedLine(line: SimulatedLine, toLine: (line: ExplainedLine) => ResolvedLineView): SimulatedLineView {
  const [today, then] = [toLine(line.today), toLine(line.then)];
  const { productId, sku, name, unit, unitName, quantity, error } = today;
  const [before, after] = [line.today.resolution, line.then.resolution];
  return {
    productId,
    sku,
    name,
    unit,
    unitName,
    quantity,
    today,
    then,
    difference: before?.lineTotal && after?.lineTotal ? after.lineTotal.minus(before.lineTotal).toString() : null,
    percent:
      before?.unitPrice && after?.unitPrice
        ? percentOf(before.unitPrice.tenThousandths, after.unitPrice.tenThousandths)
        : null,
    error,
  };
}

/** The change in percent with two decimals; null from zero. */
function percentOf(before: bigint, after: bigint): string | null {
  return before === 0n ? null : formatDecimal(divideHalfUp((after - before) * 10_000n, before), 2);
}
