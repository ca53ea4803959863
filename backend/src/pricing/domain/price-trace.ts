import { formatDecimal } from '../../shared/decimal.js';
import {
  type Adjustment,
  type Candidate,
  type LossReason,
  type Outcome,
  periodOf,
  priceScopes,
  type PriceScope,
} from './price-resolver.js';

/** A candidate as plain JSON: decimals are strings, instants ISO 8601, null where there is no limit. */
export interface TraceEntry {
  readonly entryId: string;
  readonly revisionId: string;
  readonly tableId: string;
  readonly tableName: string;
  readonly scope: PriceScope;
  readonly stateCode: string | null;
  readonly unit: string;
  readonly minimum: string;
  readonly unitPrice: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Set on an entry whose revision is scheduled: when it goes live. */
  readonly liveFrom: string | null;
}

/** A step from the winner to the price; `passedOver` names why a discount did not count. */
export interface TraceAdjustment {
  readonly kind: Adjustment['kind'];
  /** The discount's name, or null for a derived price. */
  readonly name: string | null;
  /** The discount in percent (`5.00`), or null. */
  readonly percent: string | null;
  /** Base units per unit of a derived price, or null. */
  readonly factor: string | null;
  readonly from: string;
  readonly to: string;
  readonly passedOver: 'smaller_discount' | 'company_price_is_final' | null;
}

/** Why a price is what it is, as plain JSON that can be stored for good and read without asking anybody. */
export interface Trace {
  readonly at: string;
  readonly winner: TraceEntry | null;
  readonly adjustments: readonly TraceAdjustment[];
  readonly losers: readonly (TraceEntry & { readonly reason: LossReason })[];
}

/** Puts an outcome into its stored form; losers come most specific scope first, tiers ascending. */
export function traceOf(outcome: Outcome, at: Date): Trace {
  const losers = [...outcome.losers].sort(
    ({ candidate: a }, { candidate: b }) =>
      priceScopes.indexOf(a.table.scope) - priceScopes.indexOf(b.table.scope) ||
      Number(a.minimum.thousandths - b.minimum.thousandths) ||
      (a.entryId < b.entryId ? -1 : 1),
  );
  return {
    at: at.toISOString(),
    winner: outcome.winner && entryOf(outcome.winner),
    adjustments: outcome.adjustments.map(adjustmentOf),
    losers: losers.map(({ candidate, reason }) => ({ ...entryOf(candidate), reason })),
  };
}

function entryOf(candidate: Candidate): TraceEntry {
  const { entryId, revisionId, table, unit, minimum, unitPrice, liveFrom } = candidate;
  const { validFrom, validTo } = periodOf(candidate);
  return {
    entryId,
    revisionId,
    tableId: table.id,
    tableName: table.name,
    scope: table.scope,
    stateCode: table.stateCode,
    unit,
    minimum: minimum.toString(),
    unitPrice: unitPrice.toString(),
    validFrom: validFrom?.toISOString() ?? null,
    validTo: validTo?.toISOString() ?? null,
    liveFrom: liveFrom?.toISOString() ?? null,
  };
}

const adjustmentOf = (adjustment: Adjustment): TraceAdjustment => {
  const [from, to] = [adjustment.from.toString(), adjustment.to.toString()];
  if (adjustment.kind === 'derived') {
    const factor = adjustment.factor.toString();
    return { kind: adjustment.kind, name: null, percent: null, factor, from, to, passedOver: null };
  }
  const { kind, name, rate, passedOver } = adjustment;
  return { kind, name, percent: formatDecimal(rate, 2), factor: null, from, to, passedOver };
};
