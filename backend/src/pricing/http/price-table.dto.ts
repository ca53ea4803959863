import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Instant, StateCode, Text, WhenGiven } from '../../shared/http/fields.js';
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

export const toTable = (row: PriceTableRow): PriceTableView => ({
  ...row,
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
