/** Why a price is what it is, as the API keeps it. */
export interface TraceEntry {
  entryId: string;
  revisionId: string;
  tableId: string;
  tableName: string;
  scope: 'company' | 'state' | 'national';
  stateCode: string | null;
  unit: string;
  minimum: string;
  unitPrice: string;
  validFrom: string | null;
  validTo: string | null;
}

export type LossReason =
  'less_specific' | 'below_tier' | 'smaller_tier' | 'not_yet_valid' | 'expired' | 'other_unit' | 'lower_priority';

export interface TraceAdjustment {
  kind: string;
  /** The discount's name; null for a derived price. */
  name: string | null;
  percent: string | null;
  factor: string | null;
  from: string;
  to: string;
  passedOver: 'smaller_discount' | 'company_price_is_final' | null;
}

export interface Trace {
  at: string;
  winner: TraceEntry | null;
  adjustments: readonly TraceAdjustment[];
  losers: readonly (TraceEntry & { reason: LossReason })[];
}
