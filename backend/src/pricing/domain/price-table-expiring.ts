import type { DomainEvent } from '../../shared/outbox.js';

/** A price table ends soon, and somebody is to be told; announced once per end and reader. */
export type PriceTableExpiring = DomainEvent<
  'price.table_expiring',
  { readonly tableId: string; readonly validTo: string; readonly readerId: string }
>;
