import type { Quantity } from '../../shared/quantity.js';
import type { Result } from '../../shared/result.js';
import type { TierTerms } from '../domain/discounts.js';
import type { PriceChange } from '../domain/price-change.js';
import type { Candidate, PriceScope } from '../domain/price-resolver.js';
import type { Person, Revision, RevisionStatus } from '../domain/revision.js';
import type { PendingPrice } from '../domain/revision-overlay.js';
import type { KnownCode } from '../domain/trade-code.js';
import type { BuyerTier, TradeCode } from './keep-discounts.js';

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

/** Which category lies under which. */
export abstract class CategoryTree {
  /** Each category's id with its own and its ancestors' ids, nearest first. */
  abstract ancestors(): Promise<ReadonlyMap<string, readonly string[]>>;
}

export interface Seller {
  readonly currency: string;
  readonly publicPrices: boolean;
  readonly twoPersonApproval: boolean;
  readonly locale: string;
  readonly timeZone: string;
}

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly stateCode: string;
  readonly tierId: string | null;
}

/** What pricing must know of the tenant and its companies. */
export abstract class Sellers {
  abstract current(): Promise<Seller>;
  abstract company(id: string): Promise<Customer | null>;
  /** The same, up to five seconds old: for whoever turns the pages of the catalogue. */
  abstract browsingCompany(id: string): Promise<Customer | null>;
  abstract companiesById(ids: readonly string[]): Promise<ReadonlyMap<string, Customer>>;
  /** Whether changes of prices take two persons from now on. */
  abstract requireTwoPersons(required: boolean): Promise<void>;
}

export interface GoodsUnit {
  readonly code: string;
  readonly name: string;
  readonly factor: Quantity;
  readonly step: Quantity;
  readonly minimum: Quantity;
}

/** A product as far as pricing shows or reads it; the first unit is the one it is sold in by default. */
export interface Goods {
  readonly id: string;
  readonly sku: string;
  readonly slug: string;
  readonly name: string;
  readonly brand: string | null;
  readonly category: { readonly id: string; readonly slug: string; readonly name: string };
  readonly baseUnit: string;
  readonly units: readonly GoodsUnit[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly imageUrl: string | null;
  readonly thumbnailUrl: string | null;
  readonly drawing: string | null;
  readonly backorder: boolean;
  readonly restockDate: string | null;
}

export interface StockedGoods extends Goods {
  readonly availability: {
    readonly status: 'in_stock' | 'low' | 'out' | 'backorder';
    /** Base units. */
    readonly available: Quantity;
    readonly branches: readonly { readonly code: string; readonly name: string; readonly available: Quantity }[];
  };
}

export interface GoodsDetail extends StockedGoods {
  readonly description: string;
  readonly gtin: string | null;
  readonly images: readonly { readonly url: string; readonly thumbnailUrl: string | null }[];
  readonly categoryPath: readonly { readonly slug: string; readonly name: string }[];
}

export type GoodsSort = 'relevance' | 'name' | '-name' | 'sku' | '-sku' | 'newest';

/** Which active products are meant; filters of different kinds narrow, values of one kind widen. */
export interface GoodsFilter {
  readonly search?: string;
  readonly category?: string;
  readonly brand?: readonly string[];
  readonly inStock?: boolean;
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
}

export interface GoodsQuery extends GoodsFilter {
  readonly sort: GoodsSort;
  readonly page: number;
  readonly pageSize: number;
}

export interface GoodsFacets {
  readonly category: readonly { readonly slug: string; readonly name: string; readonly count: number }[];
  readonly brand: readonly { readonly value: string; readonly count: number }[];
  readonly attributes: readonly {
    readonly name: string;
    readonly values: readonly { readonly value: string; readonly count: number }[];
  }[];
  readonly availability: { readonly inStock: number; readonly outOfStock: number };
  readonly correctedSearch?: string;
}

export interface GoodsPage {
  readonly products: readonly StockedGoods[];
  readonly total: number;
  readonly facets: GoodsFacets;
}

export interface PlainGoodsPage {
  readonly goods: readonly Goods[];
  readonly total: number;
}

/** As little of a product as finding its price in its default unit takes. */
export interface GoodsMatch {
  readonly id: string;
  readonly categoryId: string;
  readonly baseUnit: string;
  readonly unit: Pick<GoodsUnit, 'code' | 'factor' | 'minimum'>;
}

/** What the catalogue sells. */
export abstract class Assortment {
  /** Products of any status. */
  abstract byIds(ids: readonly string[]): Promise<ReadonlyMap<string, Goods>>;
  abstract bySkus(skus: readonly string[]): Promise<ReadonlyMap<string, Goods>>;
  abstract idsBySku(skus: readonly string[]): Promise<ReadonlyMap<string, string>>;
  abstract page(query: GoodsQuery): Promise<GoodsPage>;
  /** The same without availability and facets, for lists that show neither. */
  abstract plainPage(query: GoodsQuery): Promise<PlainGoodsPage>;
  /** Every active match, in the order asked. */
  abstract matches(query: Omit<GoodsQuery, 'page' | 'pageSize'>): Promise<readonly GoodsMatch[]>;
  abstract inOrder(ids: readonly string[]): Promise<readonly StockedGoods[]>;
  /** An active product by id, slug or SKU. */
  abstract detail(key: string): Promise<GoodsDetail | null>;
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

/** A table as a column of the grid. */
export interface ColumnTable {
  readonly id: string;
  readonly name: string;
  readonly scope: PriceScope;
  readonly stateCode: string | null;
  readonly companyId: string | null;
  readonly priority: number;
  readonly version: number;
}

/** What a table says of a product, or what a revision would make of it. */
export interface GridEntry {
  readonly tableId: string;
  readonly productId: string;
  readonly unit: string;
  readonly minQuantity: string;
  /** Null where a revision removes the price. */
  readonly unitPrice: string | null;
  /** Null: live. */
  readonly revisionId: string | null;
  readonly action: 'set' | 'remove';
}

/** The cells of the price grid; later starts come later. */
export abstract class GridCells {
  /** Named tables, else the national and the states' ones; and those of the companies. */
  abstract columns(tableIds: readonly string[] | null, companyIds: readonly string[]): Promise<ColumnTable[]>;
  abstract entries(
    tableIds: readonly string[],
    productIds: readonly string[],
    revisionIds: readonly string[],
    at: Date,
  ): Promise<GridEntry[]>;
  abstract changedProducts(revisionIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** A word that changes when the prices live in the tables do, or the revisions. */
  abstract standing(tableIds: readonly string[], revisionIds: readonly string[], at: Date): Promise<string>;
  /** Those with a price in any of the tables. */
  abstract pricedProducts(tableIds: readonly string[], at: Date): Promise<ReadonlySet<string>>;
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

/** Standings of companies with their discounts. */
export abstract class BuyerTiers {
  abstract list(): Promise<BuyerTier[]>;
  abstract find(id: string): Promise<BuyerTier | null>;
  /** False when the code is taken. */
  abstract add(tier: BuyerTier): Promise<boolean>;
  /** False when the code is taken; a stale version throws. */
  abstract save(tier: BuyerTier): Promise<boolean>;
}

/** Codes that give a discount to who enters them. */
export abstract class TradeCodes {
  abstract list(): Promise<TradeCode[]>;
  abstract find(id: string): Promise<TradeCode | null>;
  /** False when the code is taken. */
  abstract add(code: TradeCode): Promise<boolean>;
  /** False when the code is taken; a stale version throws. */
  abstract save(code: TradeCode): Promise<boolean>;
  /** Who used it, newest first; uses that were given back as well. */
  abstract uses(id: string, page: { readonly page: number; readonly pageSize: number }): Promise<TradeCodeUsePage>;
  /** The code with its uses as they are now; where it has limits, other orders with it wait until the transaction ends. */
  abstract hold(code: string, companyId: string): Promise<KnownCode | null>;
  abstract addUse(id: string, use: Omit<TradeCodeUse, 'releasedAt'>): Promise<void>;
  /** Gives back what an order used. */
  abstract releaseUses(orderId: string, at: Date): Promise<void>;
}

/** An order that was placed with a trade code. */
export interface TradeCodeUse {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly buyerName: string;
  readonly orderTotal: string;
  /** What the code took off the order's lines. */
  readonly discount: string;
  readonly usedAt: Date;
  /** When a cancelled or rejected order gave it back. */
  readonly releasedAt: Date | null;
}

export interface TradeCodeUsePage {
  readonly rows: readonly TradeCodeUse[];
  readonly total: number;
}
