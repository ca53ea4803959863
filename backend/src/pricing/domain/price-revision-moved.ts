import type { DomainEvent } from '../../shared/outbox.js';
import type { Person } from './revision.js';

/** A revision waits for approval, or somebody decided about it. */
export type PriceRevisionMoved = DomainEvent<
  'price.revision_moved',
  {
    readonly tableId: string;
    readonly revisionId: string;
    readonly step: 'submitted' | 'approved' | 'rejected';
    readonly by: Person;
    readonly note: string | null;
  }
>;

/** Somebody is to be told so. */
export type PriceRevisionMailDue = DomainEvent<
  'price.revision_mail_due',
  PriceRevisionMoved['payload'] & { readonly readerId: string }
>;
