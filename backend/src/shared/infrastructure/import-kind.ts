import type pg from 'pg';
import type { AuditEntry } from '../audit-log.js';
import type { DomainEvent } from '../outbox.js';
import type { Permission } from '../permissions.js';

/** Why one row of a file was not taken; rows count from 1 at the header, as spreadsheets show them. */
export interface RowProblem {
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  readonly value?: string;
}

export interface CellProblem {
  readonly column: string;
  readonly code: string;
  readonly message: string;
}

/** What an import did, or would have done; `result` is plain JSON for the screen. */
export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly result?: object;
  /** What must stay answerable besides the import itself, once it is kept. */
  readonly audited?: readonly AuditEntry[];
}

/** Where an applying import works: one transaction, with the rows of the file in `stage`. */
export interface ImportRun {
  readonly connection: pg.PoolClient;
  /** The temporary table with `row_no` and the kind's staging columns. */
  readonly stage: string;
  readonly dryRun: boolean;
  readonly publish: boolean;
  /** The draft the file is put into, where the kind has such a thing and one was named. */
  readonly targetId: string | null;
  readonly requestedBy: { readonly id: string; readonly name: string };
  /** Announces events when the import is kept. */
  readonly announce: (...events: readonly DomainEvent[]) => Promise<void>;
  /** Takes rows out of `stage`: `select` yields row_no, column, code, message, value. Says how many. */
  readonly reject: (select: string, values?: unknown[]) => Promise<number>;
}

/** Checks the shape of one row: the staged values, or what is wrong with which cell. Cells are trimmed; '' is empty. */
export type RowReader = (cell: (column: string) => string) => readonly (string | null)[] | readonly CellProblem[];

/** One kind of file, CSV or XLSX: what its columns mean and how staged rows are applied, set by set. */
export interface ImportKind {
  readonly name: string;
  readonly permission: Permission;
  /** Needed in addition when what is imported goes live at once. */
  readonly publishPermission?: Permission;
  readonly columns: readonly { readonly name: string; readonly required: boolean }[];
  /** Columns whose cells no report repeats: who reads it may not be allowed to see them. */
  readonly confidential?: readonly string[];
  /** The staging table's columns and their SQL types, in the order the reader yields values. */
  readonly staging: Readonly<Record<string, string>>;
  /** Whether there is such a draft to put a file into; a kind that does not ask takes none. */
  hasTarget?(id: string): Promise<boolean>;
  /** Called once per file, in its tenant: what reads each row of it. */
  reader(): Promise<RowReader>;
  /** Checks what needs the database, rejects bad rows, and applies the rest. Runs inside the import's transaction. */
  apply(run: ImportRun): Promise<ImportCounts>;
}
