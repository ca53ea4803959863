import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import { type EntryOrigin, RevisionOrigins } from '../../application/ports.js';
import type { RevisionSource, RevisionStatus } from '../../domain/revision.js';

interface Someone {
  readonly id: string;
  readonly name: string;
}

export interface RevisionRow {
  readonly id: string;
  readonly tableId: string;
  readonly tableName: string;
  readonly number: number;
  readonly name: string | null;
  readonly source: RevisionSource;
  readonly status: RevisionStatus;
  readonly author: Someone | null;
  readonly createdAt: Date;
  readonly submittedBy: Someone | null;
  readonly submittedAt: Date | null;
  readonly decidedBy: Someone | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  readonly goesLiveAt: Date | null;
  readonly liveAt: Date | null;
  readonly restores: string | null;
  readonly changeCount: number;
  readonly version: number;
}

/** Revisions as they stand at an instant: scheduled ones become live, live ones superseded, by the clock alone. */
@Injectable()
export class RevisionList extends RevisionOrigins {
  constructor(private readonly database: Database) {
    super();
  }

  /** Newest first; of all tables when `tableId` is null. */
  async page(
    { tableId, status, id }: { tableId: string | null; status?: RevisionStatus | undefined; id?: string | undefined },
    now: Date,
    page: { readonly page: number; readonly pageSize: number },
  ): Promise<{ rows: RevisionRow[]; total: number }> {
    const rows = await this.database.sql<RevisionRow & { total: number }>`
      with standing as (
        select r.*, case
          when r.status not in ('scheduled', 'live') then r.status
          when r.live_at > ${now} then 'scheduled'
          when exists (select from pricing.revision n where n.table_id = r.table_id and n.status in ('scheduled', 'live')
                         and n.live_at > r.live_at and n.live_at <= ${now}) then 'superseded'
          else 'live' end as standing
        from pricing.revision r
        where (${tableId}::uuid is null or r.table_id = ${tableId}) and (${id ?? null}::uuid is null or r.id = ${id ?? null}))
      select r.id, r.table_id as "tableId", t.name as "tableName", r.number, r.name, r.source, r.standing as status,
             case when r.author_id is not null then json_build_object('id', r.author_id, 'name', r.author_name) end as author,
             r.created_at as "createdAt",
             case when r.submitted_by is not null
               then json_build_object('id', r.submitted_by, 'name', r.submitted_by_name) end as "submittedBy",
             r.submitted_at as "submittedAt",
             case when r.decided_by is not null
               then json_build_object('id', r.decided_by, 'name', r.decided_by_name) end as "decidedBy",
             r.decided_at as "decidedAt", r.decision_note as "decisionNote", r.goes_live_at as "goesLiveAt",
             r.live_at as "liveAt", r.restores, r.change_count as "changeCount", r.version, count(*) over ()::int as total
      from standing r join pricing.price_table t on t.id = r.table_id
      where ${status ?? null}::text is null or r.standing = ${status ?? null}
      order by r.created_at desc, r.number desc
      limit ${page.pageSize} offset ${(page.page - 1) * page.pageSize}`;
    return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  async one(tableId: string, id: string, now: Date): Promise<RevisionRow | null> {
    return (await this.page({ tableId, id }, now, { page: 1, pageSize: 1 })).rows[0] ?? null;
  }

  async origins(ids: readonly string[]): Promise<ReadonlyMap<string, EntryOrigin>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.sql<EntryOrigin & { id: string }>`
      select id, number, name, author_name as author, live_at as "liveAt" from pricing.revision
      where id = any(${[...new Set(ids)]}::uuid[])`;
    return new Map(rows.map((row) => [row.id, row]));
  }
}
