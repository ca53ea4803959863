import { IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsUUID, Matches, Min } from 'class-validator';
import { Flag, Instant, List, Text, WhenGiven } from '../../shared/http/fields.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import type { PriceScope } from '../domain/price-resolver.js';
import { type RevisionSource, type RevisionStatus, revisionStatuses } from '../domain/revision.js';
import { type RevisionRow, type RevisionSort, revisionSorts } from '../infrastructure/reads/revision-list.js';

/** A draft's name is for people; it may have none. */
export class NewRevision {
  @WhenGiven()
  @Text(1, 120)
  name?: string;
}

/** A draft's new name, or null for none; `version` is the one that was looked at. */
export class RevisionPatch {
  @WhenGiven()
  @IsInt()
  @Min(1)
  version?: number;

  @IsOptional()
  @Text(1, 120)
  name?: string | null;
}

export class RevisionQuery extends PageQuery {
  @WhenGiven()
  @IsIn(revisionStatuses)
  status?: RevisionStatus;
}

/** Which revisions of all tables are wanted: the queue with `waitingForMe`, the calendar with `from` and `to`. */
export class RevisionsQuery extends PageQuery {
  @IsOptional()
  @List()
  @IsArray()
  @IsIn(revisionStatuses, { each: true })
  status?: RevisionStatus[];

  @WhenGiven()
  @IsUUID()
  tableId?: string;

  /** Those the caller may approve. */
  @WhenGiven()
  @Flag()
  @IsBoolean()
  waitingForMe?: boolean;

  /** Those the caller wrote. */
  @WhenGiven()
  @Flag()
  @IsBoolean()
  mine?: boolean;

  /** Goes or went live from here on. */
  @WhenGiven()
  @Instant()
  from?: Date;

  /** Goes or went live before this. */
  @WhenGiven()
  @Instant()
  to?: Date;

  /** Part of its name or its table's, or its number as `#12`. */
  @WhenGiven()
  @Text(0, 100)
  search?: string;

  @WhenGiven()
  @IsIn(revisionSorts)
  sort?: RevisionSort;
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

/** Handing in; whoever may let prices under the margin floor through says why. */
export class SubmitBody extends StepBody {
  @IsOptional()
  @Text(1, 1000)
  overrideReason?: string | null;
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

  /** The same by the tenant's own clock; counts when there is no `goesLiveAt`. Of an hour that comes twice the first is meant. */
  @WhenGiven()
  @Matches(/^[12]\d{3}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, {
    message: 'goesLiveLocal must be a local time like 2026-12-01T06:00',
  })
  @IsISO8601({ strict: true })
  goesLiveLocal?: string;

  @IsOptional()
  @Text(1, 1000)
  overrideReason?: string | null;
}

export class SomeoneView {
  id!: string;
  name!: string;
}

/** The table a revision changes. */
export class RevisionTableView {
  id!: string;
  name!: string;
  scope!: PriceScope;
  stateCode!: string | null;
  companyId!: string | null;
  companyName!: string | null;
}

/** Why prices under the margin floor are let through. */
export class OverrideView {
  reason!: string;
  by!: SomeoneView | null;
}

/** A revision as it stands now, for whoever asks. */
export class RevisionView {
  id!: string;
  tableId!: string;
  tableName!: string;
  table!: RevisionTableView;
  currency!: string;
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
  restoresNumber!: number | null;
  override!: OverrideView | null;
  changeCount!: number;
  version!: number;
  /** Handed in, and the caller may approve it. */
  mayApprove!: boolean;
  waitingForMe!: boolean;
}

export class RevisionCountView {
  status!: RevisionStatus;
  count!: number;
}

/** What travels beside the revisions of all tables in `meta.facets`: counts whatever the status asked for. */
export class RevisionFacetsView {
  byStatus!: RevisionCountView[];
  waitingForMe!: number;
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

/** What publishing did. */
export class PublishedView {
  created!: number;
  updated!: number;
  removed!: number;
  unchanged!: number;
  revision!: RevisionView;
}

const iso = (instant: Date | string | null): string | null => (instant ? new Date(instant).toISOString() : null);

export const toRevision = (row: RevisionRow): RevisionView => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  submittedAt: iso(row.submittedAt),
  decidedAt: iso(row.decidedAt),
  goesLiveAt: iso(row.goesLiveAt),
  liveAt: iso(row.liveAt),
  waitingForMe: row.mayApprove,
});
