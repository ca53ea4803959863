import type { PriceSourceName } from '@tradeyard/design-system';
import type { components } from '@tradeyard/api-client';

export type PriceBadge = components['schemas']['BadgeView'];
type ResolvedLine = components['schemas']['ResolvedLineView'];
type LiveEntry = components['schemas']['TraceEntryView'];

/** A price that was looked at; one that was stored with an order knows of its revision only the id. */
export interface TraceEntry extends Omit<LiveEntry, 'revision' | 'liveFrom'> {
  liveFrom?: string | null;
  revision?: LiveEntry['revision'];
  revisionId?: string;
}

export type Loser = TraceEntry & {
  reason: components['schemas']['LoserView']['reason'];
  missing?: string | null;
};

/** Why a price is what it is. */
export interface Trace {
  at: string;
  winner: TraceEntry | null;
  adjustments: readonly components['schemas']['AdjustmentView'][];
  losers: readonly Loser[];
}

/** A price with everything that is said about it. */
export interface ExplainedPrice {
  unit: string;
  /** As people call it; the unit's code serves where it is not known. */
  unitName?: string;
  quantity: string;
  /** Null: not offered. */
  unitPrice: string | null;
  listPrice: string | null;
  lineTotal: string | null;
  source: PriceSourceName | null;
  trace: Trace | null;
  /** How it stands to its margin floor; unknown for what was stored. */
  light?: ResolvedLine['light'];
  /** What the unit costs and which share of the price is left over it; null for who may not see costs. */
  cost?: string | null;
  margin?: string | null;
  /** Which scopes besides the national one there were to look at; unknown for what was stored. */
  asked?: { company: boolean; state: boolean };
}

/** What a buyer may know of where a price comes from; as the API says it, read off a stored trace. */
export function badgeOf({ winner, losers, adjustments }: Trace): PriceBadge {
  if (!winner) return { code: 'on_request', stateCode: null, tierMinimum: null, tierUnit: null, discountPercent: null };
  const isHigherTier = losers.some(({ reason, scope }) => reason === 'smaller_tier' && scope === winner.scope);
  const discount = adjustments.find(({ kind, passedOver }) => kind !== 'derived' && passedOver === null);
  return {
    code: ({ company: 'contract', state: 'state', national: 'list' } as const)[winner.scope],
    stateCode: winner.stateCode,
    tierMinimum: isHigherTier ? winner.minimum : null,
    tierUnit: isHigherTier ? winner.unit : null,
    discountPercent: discount?.percent ?? null,
  };
}

/** An answered line as an explained price. */
export const explainedOf = (line: ResolvedLine, asked?: ExplainedPrice['asked']): ExplainedPrice => ({
  unit: line.unit ?? '',
  unitName: line.unitName ?? undefined,
  quantity: line.quantity,
  unitPrice: line.unitPrice,
  listPrice: line.listPrice,
  lineTotal: line.lineTotal,
  source: line.source,
  trace: line.trace,
  light: line.light,
  cost: line.cost,
  margin: line.margin,
  asked,
});
