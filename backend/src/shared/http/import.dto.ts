import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { WhenGiven } from './fields.js';
import type { ImportRecord } from '../infrastructure/import-store.js';

const asBoolean = ({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value);

/** How a file is to be taken. */
export class ImportQuery {
  /** Checks everything and changes nothing. */
  @IsOptional()
  @Transform(asBoolean)
  @IsBoolean()
  dryRun: boolean = false;

  /** For prices: live at once, or left as drafts. */
  @IsOptional()
  @Transform(asBoolean)
  @IsBoolean()
  publish: boolean = true;

  /** For prices: the draft that takes the file's prices as edits; nothing goes live then. */
  @WhenGiven()
  @IsUUID()
  revisionId?: string;
}

/** A file that waits for its turn. */
export class AcceptedImportView {
  id!: string;
  status!: string;
}

/** One reason a row was not taken. */
export class ImportErrorView {
  row!: number;
  column!: string | null;
  code!: string;
  message!: string;
  value?: string;
}

/** How many rows there were and what became of them. */
export class ImportRowsView {
  total!: number;
  created!: number;
  updated!: number;
  unchanged!: number;
  rejected!: number;
}

/** Why a whole file was refused. */
export class ImportFailureView {
  code!: string;
  message!: string;
  row?: number;
}

/** An import as lists show it. */
export class ImportSummaryView {
  id!: string;
  kind!: string;
  dryRun!: boolean;
  publish!: boolean;
  status!: string;
  /** Percent of the way, 0 to 100. */
  progress!: number;
  rows!: ImportRowsView;
  /** Columns of the file that this kind does not know. */
  warnings!: string[];
  failure!: ImportFailureView | null;
  requestedBy!: string;
  createdAt!: string;
  finishedAt!: string | null;
}

/** An import in full. */
export class ImportView extends ImportSummaryView {
  /** The first 1,000 refused cells; the report has them all. */
  errors!: ImportErrorView[];
  /** Where the full report can be downloaded for 15 minutes; null without refused rows. */
  errorReportUrl!: string | null;
  /** What the kind has to tell besides the counts, such as the revisions made. */
  result!: Record<string, unknown> | null;
}

export const toImportSummaryView = (record: ImportRecord): ImportSummaryView => ({
  id: record.id,
  kind: record.kind,
  dryRun: record.dryRun,
  publish: record.publish,
  status: record.status,
  progress: record.progress,
  rows: {
    total: record.total,
    created: record.created,
    updated: record.updated,
    unchanged: record.unchanged,
    rejected: record.rejected,
  },
  warnings: [...record.warnings],
  failure: record.failure,
  requestedBy: record.requestedByName,
  createdAt: record.createdAt.toISOString(),
  finishedAt: record.finishedAt?.toISOString() ?? null,
});

export const toImportView = (record: ImportRecord, errorReportUrl: string | null): ImportView => ({
  ...toImportSummaryView(record),
  errors: [...record.errors],
  errorReportUrl,
  result: record.result as Record<string, unknown> | null,
});
