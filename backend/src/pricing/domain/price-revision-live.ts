import type { DomainEvent } from '../../shared/outbox.js';

/**
 * Prices of a table changed as a whole, or will at `liveFrom` when that is set: the switch itself needs no event.
 * `productIds` is null for more than a thousand products; `count` is the number of changes.
 */
export type PriceRevisionLive = DomainEvent<
  'price.revision_live',
  {
    readonly tableId: string;
    readonly revisionId: string;
    readonly liveFrom: string | null;
    readonly productIds: readonly string[] | null;
    readonly count: number;
  }
>;
