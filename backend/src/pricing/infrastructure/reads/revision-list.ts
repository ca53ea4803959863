import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import { currentContext } from '../../../shared/request-context.js';
import { type EntryOrigin, RevisionOrigins } from '../../application/book-ports.js';
import { Sellers } from '../../application/catalogue-ports.js';
import type { PriceScope } from '../../domain/price-resolver.js';
import type { RevisionSource, RevisionStatus } from '../../domain/revision.js';

interface Someone {
  readonly id: string;
  readonly name: string;
}

export interface RevisionTable {
  readonly id: string;
  readonly name: string;
  readonly scope: PriceScope;
  readonly stateCode: string | null;
  readonly companyId: string | null;
  readonly companyName: string | null;
}

export interface RevisionRow {
  readonly id: string;
  readonly tableId: string;
  readonly tableName: string;
  readonly table: RevisionTable;
  readonly currency: string;
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
  readonly restoresNumber: number | null;
  readonly override: { readonly reason: string; readonly by: Someone | null } | null;
  readonly changeCount: number;
  readonly version: number;
  /** It is handed in, and whoever asks may approve it. */
  readonly mayApprove: boolean;
}

export const revisionSorts = ['-createdAt', 'createdAt', 'goesLiveAt', '-goesLiveAt'] as const;
export type RevisionSort = (typeof revisionSorts)[number];

export interface RevisionFilter {
  readonly id?: string | undefined;
  readonly tableId?: string | null | undefined;
  readonly status?: readonly RevisionStatus[] | undefined;
  /** Those whoever asks may approve. */
  readonly waitingForMe?: boolean | undefined;
  /** Those whoever asks wrote. */
  readonly mine?: boolean | undefined;
  /** Those that go or went live from here on, and before there. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** Part of its name, its table's name, or `#` and its number. */
  readonly search?: string | undefined;
  readonly sort?: RevisionSort | undefined;
}

export interface RevisionCounts {
  /** Under the same filter, the status and whom it waits for apart. */
  readonly byStatus: readonly { readonly status: RevisionStatus; readonly count: number }[];
  /** Of all there are. */
  readonly waitingForMe: number;
}

/** Revisions as they stand at an instant: scheduled ones become live, live ones superseded, by the clock alone. */
@Injectable()
export class RevisionList extends RevisionOrigins {
  constructor(
    private readonly database: Database,
    private readonly sellers: Sellers,
  ) {
    super();
  }

  /** One page and the counts beside it, for whoever asks. */
  async page(
    filter: RevisionFilter,
    now: Date,
    page: { readonly page: number; readonly pageSize: number },
  ): Promise<{ rows: RevisionRow[]; total: number; counts: RevisionCounts }> {
    const { id = null, tableId = null, status = null, waitingForMe = false, mine = false } = filter;
    const { from = null, to = null, search = '', sort = '-createdAt' } = filter;
    const { me, mayPublish, twoPersons } = await this.viewer();
    const [answer] = await this.database.sql<{
      rows: RevisionRow[] | null;
      total: number;
      byStatus: RevisionCounts['byStatus'] | null;
      waitingForMe: number;
    }>`
      with standing as materialized (
        select r.*, t.name as table_name, t.scope, t.state_code, t.company_id, t.currency,
               r.status = 'submitted' and ${mayPublish}::boolean
                 and not (${twoPersons}::boolean and (r.author_id is not distinct from ${me}::uuid
                          or r.submitted_by is not distinct from ${me}::uuid)) as may_approve,
               coalesce(r.live_at, r.goes_live_at) as moment,
               case
                 when r.status not in ('scheduled', 'live') then r.status
                 when r.live_at > ${now} then 'scheduled'
                 when exists (select from pricing.revision n
                              where n.table_id = r.table_id and n.status in ('scheduled', 'live')
                                and n.live_at > r.live_at and n.live_at <= ${now}) then 'superseded'
                 else 'live' end as standing
        from pricing.revision r join pricing.price_table t on t.id = r.table_id
        where (${tableId}::uuid is null or r.table_id = ${tableId}) and (${id}::uuid is null or r.id = ${id})),
      meant as materialized (
        select s.* from standing s
        where (not ${mine}::boolean or s.author_id = ${me}::uuid)
          and (${from}::timestamptz is null or s.moment >= ${from}) and (${to}::timestamptz is null or s.moment < ${to})
          and (${search}::text = '' or '#' || s.number = ${search}
               or strpos(public.plain_text(coalesce(s.name, '') || ' ' || s.table_name), public.plain_text(${search})) > 0)),
      wanted as materialized (
        select m.* from meant m
        where (not ${waitingForMe}::boolean or m.may_approve)
          and (${status}::text[] is null or m.standing = any(${status}::text[]))),
      shown as (
        select w.*, row_number() over () as place from (
          select w.* from wanted w
          order by case when ${sort} = 'goesLiveAt' then w.moment end, case when ${sort} = '-goesLiveAt' then w.moment end desc nulls last,
                   case when ${sort} = 'createdAt' then w.created_at end, w.created_at desc, w.number desc
          limit ${page.pageSize} offset ${(page.page - 1) * page.pageSize}) w)
      select
        (select json_agg(json_build_object(
           'id', r.id, 'tableId', r.table_id, 'tableName', r.table_name,
           'table', json_build_object('id', r.table_id, 'name', r.table_name, 'scope', r.scope, 'stateCode', r.state_code,
                                      'companyId', r.company_id),
           'currency', r.currency, 'number', r.number, 'name', r.name, 'source', r.source, 'status', r.standing,
           'author', case when r.author_id is not null then json_build_object('id', r.author_id, 'name', r.author_name) end,
           'createdAt', r.created_at,
           'submittedBy', case when r.submitted_by is not null
                            then json_build_object('id', r.submitted_by, 'name', r.submitted_by_name) end,
           'submittedAt', r.submitted_at,
           'decidedBy', case when r.decided_by is not null
                          then json_build_object('id', r.decided_by, 'name', r.decided_by_name) end,
           'decidedAt', r.decided_at, 'decisionNote', r.decision_note, 'goesLiveAt', r.goes_live_at, 'liveAt', r.live_at,
           'restores', r.restores,
           'restoresNumber', (select o.number from pricing.revision o where o.id = r.restores),
           'override', case when r.override_reason is not null then json_build_object(
                         'reason', r.override_reason,
                         'by', case when r.override_by is not null
                                 then json_build_object('id', r.override_by, 'name', r.override_by_name) end) end,
           'changeCount', r.change_count, 'version', r.version, 'mayApprove', r.may_approve) order by r.place)
         from shown r) as rows,
        (select count(*)::int from wanted) as total,
        (select json_agg(json_build_object('status', c.standing, 'count', c.n))
         from (select standing, count(*) as n from meant group by standing) c) as "byStatus",
        (select count(*)::int from pricing.revision r
         where r.status = 'submitted' and ${mayPublish}::boolean
           and not (${twoPersons}::boolean
                    and (r.author_id is not distinct from ${me}::uuid or r.submitted_by is not distinct from ${me}::uuid)))
          as "waitingForMe"`;
    if (!answer) throw new Error('a list has always one row');
    const rows = answer.rows ?? [];
    const companies = await this.sellers.companiesById(rows.flatMap(({ table }) => table.companyId ?? []));
    return {
      rows: rows.map((row) => ({
        ...row,
        createdAt: new Date(row.createdAt),
        submittedAt: instant(row.submittedAt),
        decidedAt: instant(row.decidedAt),
        goesLiveAt: instant(row.goesLiveAt),
        liveAt: instant(row.liveAt),
        table: { ...row.table, companyName: companies.get(row.table.companyId ?? '')?.name ?? null },
      })),
      total: answer.total,
      counts: { byStatus: answer.byStatus ?? [], waitingForMe: answer.waitingForMe },
    };
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

  private async viewer(): Promise<{ me: string | null; mayPublish: boolean; twoPersons: boolean }> {
    const actor = currentContext()?.actor ?? null;
    const { twoPersonApproval } = await this.sellers.current();
    return {
      me: actor?.id ?? null,
      mayPublish: actor?.permissions.has('price.publish') ?? false,
      twoPersons: twoPersonApproval,
    };
  }
}

const instant = (text: Date | string | null): Date | null => (text ? new Date(text) : null);
