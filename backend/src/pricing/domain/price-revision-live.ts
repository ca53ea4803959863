import type { DomainEvent } from '../../shared/outbox.js';

/**
 * Prices of a table changed as a whole; announced at the moment they are live. A large revision is announced in parts
 * of up to five thousand products each; `count` is the number of its changes.
 */
export type PriceRevisionLive = DomainEvent<
  'price.revision_live',
  {
    readonly tableId: string;
    readonly revisionId: string;
    readonly liveAt: string;
    readonly productIds: readonly string[];
    /** Counts from 1. */
    readonly part: number;
    readonly parts: number;
    readonly count: number;
  }
>;
