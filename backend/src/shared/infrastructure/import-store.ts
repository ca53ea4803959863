import { Injectable } from '@nestjs/common';
import { Database } from './database.js';
import type { FileProblem } from './import-file.js';
import type { ImportCounts, RowProblem } from './import-kind.js';

export interface ImportRecord {
  readonly id: string;
  readonly kind: string;
  readonly dryRun: boolean;
  readonly publish: boolean;
  readonly targetId: string | null;
  readonly status: 'queued' | 'running' | 'done' | 'failed';
  readonly fileKey: string;
  readonly fileSize: number;
  readonly progress: number;
  readonly total: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly errors: readonly RowProblem[];
  readonly warnings: readonly string[];
  readonly reportKey: string | null;
  readonly failure: FileProblem | null;
  readonly result: object | null;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** What is known of each import, readable while it runs. */
@Injectable()
export class ImportStore {
  constructor(private readonly database: Database) {}

  async add(
    record: Pick<
      ImportRecord,
      'id' | 'kind' | 'dryRun' | 'publish' | 'targetId' | 'fileKey' | 'fileSize' | 'requestedBy' | 'requestedByName'
    >,
  ): Promise<void> {
    await this.database.prisma.import.createMany({ data: [record] });
  }

  async find(id: string): Promise<ImportRecord | null> {
    const row = await this.database.prisma.import.findFirst({ where: { id } });
    return row as unknown as ImportRecord | null;
  }

  async page(number: number, size: number): Promise<{ imports: ImportRecord[]; total: number }> {
    const { prisma } = this.database;
    const [rows, total] = await Promise.all([
      prisma.import.findMany({
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: (number - 1) * size,
        take: size,
        omit: { errors: true },
      }),
      prisma.import.count(),
    ]);
    return { imports: rows as unknown as ImportRecord[], total };
  }

  async started(id: string): Promise<void> {
    await this.database.sql`
      update platform.import set status = 'running', started_at = now(), heartbeat_at = now(), progress = 0
      where id = ${id}`;
  }

  async beat(id: string, progress: number, total: number, rejected: number): Promise<void> {
    await this.database.sql`
      update platform.import
      set heartbeat_at = now(), progress = ${progress}, total = ${total}, rejected = ${rejected}
      where id = ${id} and status = 'running'`;
  }

  async done(
    id: string,
    outcome: ImportCounts & {
      total: number;
      rejected: number;
      errors: readonly RowProblem[];
      warnings: readonly string[];
      reportKey: string | null;
    },
  ): Promise<void> {
    const { total, created, updated, unchanged, rejected, errors, warnings, reportKey, result } = outcome;
    await this.database.sql`
      update platform.import
      set status = 'done', progress = 100, finished_at = now(), total = ${total}, created = ${created},
          updated = ${updated}, unchanged = ${unchanged}, rejected = ${rejected}, errors = ${JSON.stringify(errors)},
          warnings = ${JSON.stringify(warnings)}, report_key = ${reportKey}, result = ${JSON.stringify(result ?? null)}
      where id = ${id}`;
  }

  async failed(id: string, failure: FileProblem): Promise<void> {
    await this.database.sql`
      update platform.import set status = 'failed', finished_at = now(), failure = ${JSON.stringify(failure)}
      where id = ${id}`;
  }

  /** Imports of all tenants whose process died: running, without a sign of life for 30 seconds. */
  stalled(): Promise<{ tenant_id: string; id: string }[]> {
    return this.database.sql<{ tenant_id: string; id: string }>`select tenant_id, id from platform.stalled_imports()`;
  }
}
