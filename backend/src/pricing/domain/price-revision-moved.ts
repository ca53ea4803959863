import type { DomainEvent } from '../../shared/outbox.js';

/** A revision waits for approval, or somebody decided about it. */
export type PriceRevisionMoved = DomainEvent<
  'price.revision_moved',
  {
    readonly tableId: string;
    readonly revisionId: string;
    readonly step: 'submitted' | 'approved' | 'rejected';
  }
>;
