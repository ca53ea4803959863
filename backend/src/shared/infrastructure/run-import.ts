import { once } from 'node:events';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { newId } from '../ids.js';
import type { Actor } from '../actor.js';
import { AuditLog } from '../audit-log.js';
import { Jobs } from '../jobs.js';
import { ObjectStorage } from '../object-storage.js';
import type { DomainEvent } from '../outbox.js';
import { currentContext } from '../request-context.js';
import { Database } from './database.js';
import { csvRecords } from './import-csv.js';
import { type FileRecord, readImportFile, UnreadableFile } from './import-file.js';
import type { CellProblem, ImportCounts, ImportKind, ImportRun, RowProblem } from './import-kind.js';
import { ImportKinds } from './import-kinds.js';
import { ImportReport } from './import-report.js';
import { type ImportRecord, ImportStore } from './import-store.js';
import { oldWorkbook, sheetKindOf, xlsxRecords } from './import-xlsx.js';

export const importJob = 'import';
const beatEveryMs = 1_000;

/**
 * Streams a stored CSV or XLSX file into a temporary table and has its kind apply it, all in one transaction: an import that
 * fails, is a dry run or whose process dies has changed nothing. Memory does not grow with the file.
 */
@Injectable()
export class RunImport implements OnModuleInit {
  private readonly logger = new Logger('import');

  constructor(
    private readonly database: Database,
    private readonly store: ImportStore,
    private readonly kinds: ImportKinds,
    private readonly storage: ObjectStorage,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(importJob, ({ id }: { id: string }) => this.execute(id));
  }

  async execute(id: string): Promise<void> {
    const record = await this.store.find(id);
    if (!record || record.status === 'done' || record.status === 'failed') return;
    const kind = this.kinds.find(record.kind);
    if (!kind) throw new Error(`nobody imports ${record.kind}`);

    const context = currentContext();
    if (context) context.actor = requesterOf(record);
    const started = performance.now();
    const progress = { percent: 0, total: 0, report: new ImportReport() };
    await this.store.started(id);
    const beat = setInterval(() => {
      const { percent, total, report } = progress;
      this.store.beat(id, percent, total, report.rejected).catch(() => {});
    }, beatEveryMs);
    try {
      const warnings: string[] = [];
      const counts = await this.database.withConnection((connection) =>
        this.inTransaction(connection, record, () => this.work(connection, record, kind, progress, warnings)),
      );
      if (!counts) return;
      clearInterval(beat);
      const tenantId = currentContext()?.tenantId;
      const reportKey = await progress.report.store(this.storage, `${tenantId}/imports/${id}-errors.csv`);
      const { rejected, first: errors } = progress.report;
      await this.store.done(id, { ...counts, total: progress.total, rejected, errors, warnings, reportKey });
      if (!record.dryRun) {
        const facts = { kind: kind.name, ...progressFacts(counts, progress.total, rejected) };
        for (const entry of counts.audited ?? []) await this.audit.record(entry);
        await this.audit.record({ action: 'import.done', entity: 'import', entityId: id, facts });
      }
      const seconds = (performance.now() - started) / 1000;
      this.logger.log({ message: 'import done', id, kind: kind.name, rows: progress.total, rejected, seconds });
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      await this.store.failed(id, error.problem);
    } finally {
      clearInterval(beat);
      await progress.report.discard();
    }
  }

  /** Null when another process is at this import already. */
  private async inTransaction(
    connection: pg.PoolClient,
    { id, dryRun }: ImportRecord,
    work: () => Promise<ImportCounts>,
  ): Promise<ImportCounts | null> {
    await connection.query('begin');
    try {
      const lock = await connection.query<{ mine: boolean }>(
        `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine`,
        [id],
      );
      if (!lock.rows[0]?.mine) {
        await connection.query('rollback');
        return null;
      }
      const counts = await work();
      await connection.query(dryRun ? 'rollback' : 'commit');
      return counts;
    } catch (error) {
      await connection.query('rollback').catch(() => {});
      throw error;
    }
  }

  private async work(
    connection: pg.PoolClient,
    record: ImportRecord,
    kind: ImportKind,
    progress: { percent: number; total: number; report: ImportReport },
    warnings: string[],
  ): Promise<ImportCounts> {
    const stage = 'pg_temp.import_stage';
    const columns = Object.entries(kind.staging).map(([name, type]) => `${name} ${type}`);
    await connection.query(
      `create temp table import_stage (row_no int not null, ${columns.join(', ')}) on commit drop`,
    );
    await this.fill(connection, record, kind, progress, warnings);
    progress.percent = 80;
    await connection.query(`create unique index on ${stage} (row_no)`);
    await connection.query(`analyze ${stage}`);

    const run: ImportRun = {
      connection,
      stage,
      dryRun: record.dryRun,
      publish: record.publish,
      targetId: record.targetId,
      requestedBy: { id: record.requestedBy, name: record.requestedByName },
      announce: (...events) => announce(connection, events),
      reject: (select, values) => rejectRows(connection, stage, progress.report, select, values),
    };
    const counts = await kind.apply(run);
    progress.percent = 99;
    return counts;
  }

  private async fill(
    connection: pg.PoolClient,
    record: ImportRecord,
    kind: ImportKind,
    progress: { percent: number; total: number; report: ImportReport },
    warnings: string[],
  ): Promise<void> {
    const width = Object.keys(kind.staging).length;
    const read = await kind.reader();
    const copy = connection.query(copyFrom('copy pg_temp.import_stage from stdin'));
    const failed = once(copy, 'error').then(([error]) => Promise.reject(error as Error));
    failed.catch(() => {});
    try {
      let buffered = '';
      const records = await this.recordsOf(record, progress);
      const rows = readImportFile(records, kind.columns, (unknown) => warnings.push(...unknown));
      for await (const { row, cell, tooManyCells } of rows) {
        progress.total += 1;
        const values = tooManyCells ? [tooMany] : read(cell);
        if (!isRow(values, width)) {
          const told = (column: string) => (kind.confidential?.includes(column) ? {} : { value: cell(column) });
          await progress.report.add(...values.map((problem) => ({ row, ...problem, ...told(problem.column) })));
          continue;
        }
        buffered += `${row}\t${values.map(asCopyText).join('\t')}\n`;
        if (buffered.length < 64 * 1024) continue;
        if (!copy.write(buffered)) await Promise.race([once(copy, 'drain'), failed]);
        buffered = '';
      }
      copy.end(buffered);
      await Promise.race([once(copy, 'finish'), failed]);
    } catch (error) {
      copy.destroy();
      throw error;
    }
  }

  /** Whatever it was called, a file is what it begins like. */
  private async recordsOf(record: ImportRecord, progress: { percent: number }): Promise<AsyncIterable<FileRecord>> {
    const kind = sheetKindOf(await this.storage.firstBytes(record.fileKey, beginning));
    if (kind === 'old') throw new UnreadableFile(oldWorkbook);
    const progressed = (share: number) => {
      progress.percent = Math.min(readPercent, Math.floor(share * (readPercent + 1)));
    };
    const source = await this.storage.get(record.fileKey);
    if (kind === 'xlsx') return xlsxRecords(source, progressed);
    let bytes = 0;
    source.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      progressed(bytes / Math.max(1, Number(record.fileSize)));
    });
    source.pause();
    return csvRecords(source);
  }
}

const beginning = 8;
/** Of the way of an import, reading is so much. */
const readPercent = 79;

/** What the import does is done in the name of who sent the file; their rights were checked when it was taken. */
const requesterOf = ({ requestedBy, requestedByName }: ImportRecord): Actor => ({
  ...{ id: requestedBy, name: requestedByName, kind: 'staff', companyId: null, permissions: new Set() },
});

const progressFacts = ({ created, updated, unchanged }: ImportCounts, total: number, rejected: number) => ({
  ...{ total, created, updated, unchanged, rejected },
});

const tooMany: CellProblem = {
  column: '',
  code: 'row.too_many_cells',
  message: 'The row has more cells than the header; is a comma not quoted?',
};

const isRow = (
  values: readonly (string | null)[] | readonly CellProblem[],
  width: number,
): values is readonly (string | null)[] => {
  const refused = values.length > 0 && typeof values[0] === 'object' && values[0] !== null;
  if (!refused && values.length !== width) throw new Error('a row was read into the wrong number of columns');
  return !refused;
};

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const asCopyText = (value: string | null): string =>
  value === null ? '\\N' : value.replace(/[\\\n\r\t]/g, (character) => escapes[character] ?? character);

/** The outbox's own row, written on the import's connection. */
async function announce(connection: pg.PoolClient, events: readonly DomainEvent[]): Promise<void> {
  for (const { type, payload } of events) {
    const row = [newId(), type, JSON.stringify(payload)];
    await connection.query('insert into platform.outbox_event (id, type, payload) values ($1, $2, $3)', row);
  }
  await connection.query(`select pg_notify('outbox', '')`);
}

async function rejectRows(
  connection: pg.PoolClient,
  stage: string,
  report: ImportReport,
  select: string,
  values: unknown[] = [],
): Promise<number> {
  const { rows } = await connection.query<{
    row_no: number;
    column: string | null;
    code: string;
    message: string;
    value: string | null;
  }>(
    `with refused as (${select}), gone as (delete from ${stage} where row_no in (select row_no from refused))
     select row_no, "column", code, message, value::text as value from refused order by row_no`,
    values,
  );
  const problems = rows.map<RowProblem>(({ row_no: row, column, code, message, value }) => ({
    row,
    column,
    code,
    message,
    ...(value === null ? {} : { value }),
  }));
  await report.add(...problems);
  return rows.length;
}
