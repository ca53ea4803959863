import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Flag, Instant, StateCode, Text, WhenGiven } from '../../shared/http/fields.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import type { PriceScope } from '../domain/price-resolver.js';
import type { PriceTableRow, TableEntryRow } from '../infrastructure/reads/price-table-list.js';

const scopes = ['national', 'state', 'company'] as const;
const highest = 1_000_000;

/** Which price tables are wanted. */
export class PriceTableQuery extends PageQuery {
  @WhenGiven()
  @IsIn(scopes)
  scope?: PriceScope;

  @WhenGiven()
  @StateCode()
  stateCode?: string;

  @WhenGiven()
  @IsUUID()
  companyId?: string;

  /** Part of the name. */
  @WhenGiven()
  @Text(0, 100)
  search?: string;

  /** Only those that end within the days at which the tenant is reminded. */
  @WhenGiven()
  @Flag()
  @IsBoolean()
  expiring?: boolean;
}

/** A new, empty price table; its scope is for good. */
export class NewPriceTable {
  @Text(1, 120)
  name!: string;

  @IsIn(scopes)
  scope!: PriceScope;

  @WhenGiven()
  @StateCode()
  stateCode?: string;

  @WhenGiven()
  @IsUUID()
  companyId?: string;

  /** Of equal prices of a scope the table with the higher priority wins. */
  @IsOptional()
  @IsInt()
  @Min(-highest)
  @Max(highest)
  priority?: number;

  /** Null: since ever. */
  @IsOptional()
  @Instant()
  validFrom?: Date | null;

  /** The first instant it speaks no more; null: open. */
  @IsOptional()
  @Instant()
  validTo?: Date | null;
}

/** Whose prices the copy becomes, and for how long: left out, as long as what is copied; null, without limit. */
export class CopyTableBody {
  @IsUUID()
  companyId!: string;

  @WhenGiven()
  @Text(1, 120)
  name?: string;

  @IsOptional()
  @Instant()
  validFrom?: Date | null;

  @IsOptional()
  @Instant()
  validTo?: Date | null;
}

/** What to change; `version` is the one the change was made on. */
export class PriceTablePatch {
  @WhenGiven()
  @Text(1, 120)
  name?: string;

  @WhenGiven()
  @IsInt()
  @Min(-highest)
  @Max(highest)
  priority?: number;

  /** Null: since ever. */
  @IsOptional()
  @Instant()
  validFrom?: Date | null;

  /** Null: open. */
  @IsOptional()
  @Instant()
  validTo?: Date | null;

  @WhenGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

/** Which entries of a table are wanted: of products whose SKU or name match, at an instant. */
export class EntryQuery extends PageQuery {
  @WhenGiven()
  @Text(0, 200)
  search?: string;

  @WhenGiven()
  @Instant()
  at?: Date;
}

export class LastLiveView {
  id!: string;
  number!: number;
  at!: string;
}

/** A price table as staff see it; `lastLive` is its newest revision in force. */
export class PriceTableView {
  id!: string;
  name!: string;
  scope!: PriceScope;
  stateCode!: string | null;
  companyId!: string | null;
  companyName!: string | null;
  currency!: string;
  priority!: number;
  validFrom!: string | null;
  validTo!: string | null;
  /** How many days are left, a begun one counts; null: no end. */
  daysLeft!: number | null;
  expired!: boolean;
  version!: number;
  openRevisions!: number;
  lastLive!: LastLiveView | null;
}

export class EntryRevisionView {
  id!: string;
  number!: number | null;
  author!: string | null;
}

/** One price of a table, and which revision brought it. */
export class EntryView {
  id!: string;
  productId!: string;
  sku!: string | null;
  name!: string | null;
  unit!: string;
  minQuantity!: string;
  unitPrice!: string;
  currency!: string;
  validFrom!: string | null;
  validTo!: string | null;
  liveFrom!: string;
  liveTo!: string | null;
  revision!: EntryRevisionView;
}

const day = 24 * 60 * 60 * 1000;

export const toTable = (row: PriceTableRow, now: Date): PriceTableView => ({
  ...row,
  validFrom: row.validFrom?.toISOString() ?? null,
  validTo: row.validTo?.toISOString() ?? null,
  daysLeft: row.validTo && Math.max(0, Math.ceil((row.validTo.getTime() - now.getTime()) / day)),
  expired: row.validTo !== null && row.validTo <= now,
  lastLive: row.lastLive && { ...row.lastLive, at: new Date(row.lastLive.at).toISOString() },
});

export const toEntry = (row: TableEntryRow, currency: string): EntryView => ({
  id: row.id,
  productId: row.productId,
  sku: row.sku,
  name: row.name,
  unit: row.unit,
  minQuantity: row.minQuantity,
  unitPrice: row.unitPrice,
  currency,
  validFrom: row.validFrom?.toISOString() ?? null,
  validTo: row.validTo?.toISOString() ?? null,
  liveFrom: row.liveFrom.toISOString(),
  liveTo: row.liveTo?.toISOString() ?? null,
  revision: { id: row.revisionId, number: row.revisionNumber, author: row.revisionAuthor },
});
