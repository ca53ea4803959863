import type { Quantity } from '../../shared/quantity.js';
import type { UnitPrice } from '../../shared/money.js';
import type { Candidate, TableRef } from './price-resolver.js';

/** What a revision that is not live yet would make of one price. */
export interface PendingPrice {
  /** Names the entry it would become. */
  readonly entryId: string;
  readonly revisionId: string;
  readonly table: TableRef;
  readonly unit: string;
  readonly minimum: Quantity;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  /** Null removes the price. */
  readonly unitPrice: UnitPrice | null;
}

/**
 * A product's candidates as they would be, were these changes live: a change takes the place of the entry of its table,
 * unit, minimum and start, and of two about the same price the later in the list counts. What other revisions have
 * scheduled stays ahead; nothing that is passed in is altered.
 */
export function withPending(candidates: readonly Candidate[], pending: readonly PendingPrice[]): readonly Candidate[] {
  if (pending.length === 0) return candidates;
  const last = new Map(pending.map((change) => [placeOf(change), change]));
  const revisions = new Set(pending.map(({ revisionId }) => revisionId));
  const kept = candidates.filter((candidate) => {
    if (candidate.liveFrom) return !revisions.has(candidate.revisionId);
    return !last.has(placeOf(candidate));
  });
  const added = [...last.values()].flatMap(({ unitPrice, ...change }): Candidate[] =>
    unitPrice ? [{ ...change, unitPrice, liveFrom: null }] : [],
  );
  return [...kept, ...added];
}

const placeOf = ({ table, unit, minimum, validFrom }: Omit<PendingPrice, 'unitPrice'> | Candidate): string =>
  [table.id, unit, minimum.thousandths, validFrom?.getTime() ?? ''].join('|');
