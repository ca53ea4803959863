import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Decimal, Flag, Instant, Text, WhenGiven } from '../../shared/http/fields.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import { type RevisionSource, type RevisionStatus, revisionStatuses } from '../domain/revision.js';
import type { DiffRow, DiffTotals } from '../infrastructure/reads/revision-diff.js';
import type { RevisionRow } from '../infrastructure/reads/revision-list.js';

/** A draft's name is for people; it may have none. */
export class NewRevision {
  @WhenGiven()
  @Text(1, 120)
  name?: string;
}

export class RevisionQuery extends PageQuery {
  @WhenGiven()
  @IsIn(revisionStatuses)
  status?: RevisionStatus;
}

/** The version that was looked at, so that nobody decides on what changed meanwhile; a note for the record. */
export class StepBody {
  @WhenGiven()
  @IsInt()
  @Min(1)
  version?: number;

  @IsOptional()
  @Text(0, 1000)
  note?: string | null;
}

/** When it goes live; at once unless said. */
export class PublishBody {
  @WhenGiven()
  @IsInt()
  @Min(1)
  version?: number;

  @WhenGiven()
  @Instant()
  goesLiveAt?: Date;
}

export class RollbackBody {
  @IsUUID()
  revisionId!: string;
}

/** One price to set or remove; the unit is the product's first and the minimum 1 unless said. */
export class ChangeBody {
  @WhenGiven()
  @Text(1, 100)
  sku?: string;

  @WhenGiven()
  @IsUUID()
  productId?: string;

  @WhenGiven()
  @MaxLength(30)
  unit?: string;

  @WhenGiven()
  @MaxLength(30)
  minQuantity?: string;

  @IsIn(['set', 'remove'])
  action!: 'set' | 'remove';

  @WhenGiven()
  @MaxLength(30)
  unitPrice?: string;

  @WhenGiven()
  @Instant()
  validFrom?: Date;

  @WhenGiven()
  @Instant()
  validTo?: Date;
}

export class ChangesBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5_000)
  @ValidateNested({ each: true })
  @Type(() => ChangeBody)
  changes!: ChangeBody[];
}

/** Which change to drop; what is left out matches any, so that a product alone drops all of its changes. */
export class ChangeKeyQuery {
  @IsUUID()
  productId!: string;

  @WhenGiven()
  @Text(1, 30)
  unit?: string;

  @WhenGiven()
  @Decimal(3, 10)
  minQuantity?: string;

  @WhenGiven()
  @Instant()
  validFrom?: Date;
}

export class DiffQuery extends PageQuery {
  @WhenGiven()
  @Flag()
  @IsBoolean()
  conflictsOnly?: boolean;
}

export class SomeoneView {
  id!: string;
  name!: string;
}

/** A revision as it stands now. */
export class RevisionView {
  id!: string;
  tableId!: string;
  tableName!: string;
  number!: number;
  name!: string | null;
  source!: RevisionSource;
  status!: RevisionStatus;
  author!: SomeoneView | null;
  createdAt!: string;
  submittedBy!: SomeoneView | null;
  submittedAt!: string | null;
  decidedBy!: SomeoneView | null;
  decidedAt!: string | null;
  decisionNote!: string | null;
  goesLiveAt!: string | null;
  liveAt!: string | null;
  restores!: string | null;
  changeCount!: number;
  version!: number;
}

export class ChangeErrorView {
  code!: string;
  message!: string;
  details?: object;
}

/** A change that was not taken, by its place in the list. */
export class RefusedChangeView {
  index!: number;
  error!: ChangeErrorView;
}

export class ChangedPricesView {
  accepted!: number;
  refused!: RefusedChangeView[];
  revision!: RevisionView;
}

export class DroppedChangesView {
  dropped!: number;
  revision!: RevisionView;
}

/** What publishing did. */
export class PublishedView {
  created!: number;
  updated!: number;
  removed!: number;
  unchanged!: number;
  revision!: RevisionView;
}

/** One price before and after; `conflict`: it is no longer what it was when the change was written down. */
export class DiffLineView {
  productId!: string;
  sku!: string | null;
  name!: string | null;
  unit!: string;
  minQuantity!: string;
  validFrom!: string | null;
  validTo!: string | null;
  action!: 'set' | 'remove';
  oldPrice!: string | null;
  newPrice!: string | null;
  difference!: string | null;
  percent!: string | null;
  conflict!: boolean;
  basePrice!: string | null;
}

/** The diff in one line. */
export class DiffTotalsView {
  changes!: number;
  products!: number;
  added!: number;
  removed!: number;
  raised!: number;
  lowered!: number;
  unchanged!: number;
  conflicts!: number;
  averagePercent!: string | null;
  largestRise!: string | null;
  largestFall!: string | null;
}

/** What travels beside the diff's lines in `meta.facets`. */
export class DiffFacetsView {
  currency!: string;
  totals!: DiffTotalsView;
}

const iso = (instant: Date | string | null): string | null => (instant ? new Date(instant).toISOString() : null);

export const toRevision = (row: RevisionRow): RevisionView => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  submittedAt: iso(row.submittedAt),
  decidedAt: iso(row.decidedAt),
  goesLiveAt: iso(row.goesLiveAt),
  liveAt: iso(row.liveAt),
});

export const toDiffLine = (row: DiffRow): DiffLineView => ({
  ...row,
  validFrom: iso(row.validFrom),
  validTo: iso(row.validTo),
});

export const toDiffFacets = (totals: DiffTotals, currency: string): DiffFacetsView => ({ currency, totals });
