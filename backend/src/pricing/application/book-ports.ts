import type { TierTerms } from '../domain/discounts.js';
import type { Candidate, PriceScope } from '../domain/price-resolver.js';
import type { PendingPrice } from '../domain/revision-overlay.js';
import type { Person, RevisionStatus } from '../domain/revision.js';
import type { KnownCode } from '../domain/trade-code.js';

/** Whose prices are looked at, where, when and in which money. */
export interface Viewpoint {
  readonly companyId: string | null;
  readonly stateCode: string | null;
  readonly currency: string;
  readonly at: Date;
}

/** The entries of all tables that have a say, scheduled and outdated ones included; what was replaced before `at` is not. */
export abstract class PriceBook {
  abstract candidates(
    productIds: readonly string[],
    from: Viewpoint,
  ): Promise<ReadonlyMap<string, readonly Candidate[]>>;
  /** What a buyer tier and a trade code promise this company; null for those there are not. One question for both. */
  abstract discounts(
    tierId: string | null,
    tradeCode: string | null,
    companyId: string | null,
  ): Promise<{ tier: TierTerms | null; code: KnownCode | null }>;
}

/** A revision somebody wants to see the effect of before it is live. */
export interface PendingRevision {
  readonly id: string;
  readonly status: RevisionStatus;
  /** When a scheduled one goes live. */
  readonly liveAt: Date | null;
}

/** What revisions that are not live yet would change. */
export abstract class PendingPrices {
  /** Those that exist. */
  abstract revisions(ids: readonly string[]): Promise<readonly PendingRevision[]>;
  /** By product, in the order of the revisions; only of tables that have a say from this viewpoint. */
  abstract changes(
    revisionIds: readonly string[],
    productIds: readonly string[],
    from: Omit<Viewpoint, 'at'>,
  ): Promise<ReadonlyMap<string, readonly PendingPrice[]>>;
}

export interface PriceTable {
  readonly id: string;
  readonly name: string;
  readonly scope: PriceScope;
  readonly stateCode: string | null;
  readonly companyId: string | null;
  readonly currency: string;
  /** Of equal entries of a scope the one in the table of the higher priority wins. */
  readonly priority: number;
  /** It speaks from here on; null: since ever. */
  readonly validFrom: Date | null;
  /** The first instant it speaks no more; null: for ever. */
  readonly validTo: Date | null;
  readonly version: number;
}

/** The owners of prices. */
export abstract class PriceTables {
  abstract find(id: string): Promise<PriceTable | null>;
  /** False when the name is taken. */
  abstract add(table: PriceTable): Promise<boolean>;
  /** False when the name is taken; a stale version throws. */
  abstract save(table: PriceTable): Promise<boolean>;
  /** Those that end within the tenant's days for reminders, each once per end. */
  abstract takeExpiring(now: Date): Promise<readonly Pick<PriceTable, 'id' | 'companyId' | 'validTo'>[]>;
}

/** Hands on what one table says to a revision of another. */
export abstract class TableCopies {
  /** Writes everything that is live and not over into the empty revision; answers how much that is. */
  abstract fill(revisionId: string, tableId: string, now: Date, by: Person): Promise<number>;
}

/** What stands behind an entry, for explanations. */
export interface EntryOrigin {
  readonly number: number;
  readonly name: string | null;
  readonly author: string | null;
  readonly liveAt: Date | null;
}

/** Which revision brought an entry. */
export abstract class RevisionOrigins {
  abstract origins(revisionIds: readonly string[]): Promise<ReadonlyMap<string, EntryOrigin>>;
}
