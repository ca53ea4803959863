import type { Result } from '../../shared/result.js';
import type { PriceChange } from '../domain/price-change.js';
import type { Person, Revision } from '../domain/revision.js';

/** Revisions without their changes. */
export abstract class Revisions {
  /** The table's next number, counted up for good; null when there is no such table. */
  abstract nextNumber(tableId: string): Promise<number | null>;
  abstract add(revision: Revision): Promise<void>;
  /** Holds the revision until the transaction ends. */
  abstract find(tableId: string, id: string): Promise<Revision | null>;
  /** Keeps everything but the changes, and writes the news into its story; a stale version throws. */
  abstract save(revision: Revision): Promise<void>;
  /** Writes the news alone. */
  abstract tell(revision: Revision): Promise<void>;
}

/** The members of staff pricing writes to. */
export abstract class Colleagues {
  /** Ids of those who may decide on prices. */
  abstract whoMayPublish(): Promise<readonly string[]>;
  /** Who looks after a company, where somebody does who is still there. */
  abstract repOf(companyId: string): Promise<string | null>;
  abstract reader(
    id: string,
  ): Promise<{ readonly name: string; readonly email: string; readonly locale: string | null } | null>;
  abstract store(): Promise<{ readonly name: string; readonly url: string; readonly locale: string }>;
}

/** A time of day that a zone's clocks never show: they jump from the first to the second. */
export interface LocalTimeSkipped {
  readonly code: 'revision.local_time_skipped';
  readonly before: string;
  readonly after: string;
}

/** What clocks in a zone show, over changes of daylight-saving time and of the law. */
export abstract class LocalTimes {
  /** The instant of a local time like `2026-12-01T06:00`; of one that comes twice the first. */
  abstract instantOf(local: string, timeZone: string): Result<Date, LocalTimeSkipped>;
  /** The first instant of a day like `2026-12-01`: midnight or, where the clocks skip it, when they jump. */
  abstract startOf(day: string, timeZone: string): Date;
  /** The day that begins at an instant; null within one. */
  abstract dayBeginningAt(instant: Date, timeZone: string): string | null;
}

/** Where a change lies: everything left out matches any. */
export interface ChangeKey {
  readonly productId: string;
  readonly unit?: string | undefined;
  readonly minQuantity?: string | undefined;
  readonly validFrom?: Date | undefined;
}

/** One price of a table; null: since ever. */
export interface LineKey {
  readonly productId: string;
  readonly unit: string;
  readonly minQuantity: string;
  readonly validFrom: Date | null;
}

/** What a price is to who edits it: pending in the revision, else live; with who made it so, and when. */
export interface PriceNow {
  readonly unitPrice: string | null;
  readonly pending: boolean;
  readonly by: Person | null;
  readonly at: Date | null;
}

/** The changes a revision is made of; each remembers what was live when it was written down, and who wrote it. */
export abstract class RevisionChanges {
  /** Adds or replaces; answers the keys kept and how many are new. Removing what is not live is not kept. */
  abstract put(
    revision: Revision,
    changes: readonly PriceChange[],
    now: Date,
    by: Person | null,
  ): Promise<{ keptKeys: ReadonlySet<string>; added: number }>;
  /** What the prices of these changes are now, in their order. */
  abstract pricesNow(revision: Revision, changes: readonly PriceChange[], now: Date): Promise<readonly PriceNow[]>;
  /** How many went. */
  abstract drop(revisionId: string, key: ChangeKey): Promise<number>;
  /** Takes the changes of these prices out; answers how many there were. */
  abstract dropAll(revision: Revision, changes: readonly PriceChange[]): Promise<number>;
  /** Makes conflicting changes against what is live now, or drops them; null means all. A removal of nothing is dropped. */
  abstract resolveConflicts(
    revision: Revision,
    now: Date,
    take: 'mine' | 'live',
    lines: readonly LineKey[] | null,
  ): Promise<{ resolved: number; dropped: number }>;
  /**
   * Writes into `revisionId` what restores each price that `undone` changed, or of the lines named, to what it was
   * before; answers how many.
   */
  abstract restore(revisionId: string, undone: string, lines?: readonly LineKey[] | null): Promise<number>;
}

export interface PriceConflict {
  readonly productId: string;
  readonly unit: string;
  readonly minQuantity: string;
  /** What was live when the change was written down, what is now; null: no price. */
  readonly basePrice: string | null;
  readonly livePrice: string | null;
  /** What the change wants; null: to remove it. */
  readonly newPrice: string | null;
}

export interface PublishedCounts {
  readonly created: number;
  readonly updated: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** When a revision takes effect; to the microsecond, which a Date cannot tell. */
export interface TakenInstant {
  readonly at: string;
  /** What its changes are compared with is what is live here: all that spoke before it, or before it was scheduled. */
  readonly present: string;
  readonly ahead: boolean;
}

/** The prices themselves; everything here is done set by set, in the surrounding transaction. */
export abstract class PriceLedger {
  /**
   * Runs work that will hold the table after all such work that was asked for before, in this process. Whoever waits here
   * waits without a connection: those who wait for a table that is held have one each, and soon nobody else has any.
   */
  abstract inTurn<T>(tableId: string, work: () => Promise<T>): Promise<T>;
  /** Makes other publications to this table wait until the transaction ends. */
  abstract hold(tableId: string): Promise<void>;
  /** Fixes when the revision takes effect, at the earliest now and after all that spoke already. The table must be held. */
  abstract takeInstant(revision: Revision, now: Date): Promise<TakenInstant>;
  /** Changes whose price is no longer what it was when they were written down; the first `limit`, and how many in all. */
  abstract conflicts(
    revision: Revision,
    present: TakenInstant['present'] | Date,
    limit: number,
  ): Promise<{ total: number; lines: readonly PriceConflict[] }>;
  /** Puts the revision's changes in force from the instant on that was taken. The table must be held. */
  abstract publish(revision: Revision, instant: TakenInstant): Promise<PublishedCounts>;
  /** Undoes a publication that has not gone live. The table must be held. */
  abstract takeBack(revision: Revision): Promise<void>;
  /** How many products a revision is about. */
  abstract productCount(revisionId: string): Promise<number>;
  /** The first `limit` of them after one, in the order of their ids. */
  abstract productIds(revisionId: string, after: string | null, limit: number): Promise<readonly string[]>;
}

/** Who does something, and whether they may decide on prices that are about to go live. */
export interface Editor extends Person {
  readonly mayPublish: boolean;
  /** May let prices under the margin floor through; left out: no. */
  readonly mayOverrideFloor?: boolean;
  /** May know costs, and whatever they could be computed from; left out: no. */
  readonly seesCosts?: boolean;
}
