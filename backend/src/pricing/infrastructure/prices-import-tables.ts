import { Injectable } from '@nestjs/common';
import { UnreadableFile } from '../../shared/infrastructure/import-file.js';
import type { ImportRun } from '../../shared/infrastructure/import-kind.js';
import { Sellers } from '../application/catalogue-ports.js';
import { mostChanges, type RevisionStatus } from '../domain/revision.js';

export interface ImportedRevision {
  readonly tableId: string;
  readonly table: string;
  readonly revisionId: string;
  readonly number: number;
  readonly changes: number;
}

/** The price tables a file of prices speaks of, and the revision each gets. */
@Injectable()
export class PricesImportTables {
  constructor(private readonly sellers: Sellers) {}

  /**
   * Fills the temporary table `opened` with a table and a new revision for each scope of the file, making tables that do
   * not exist. Rows that name a table of another scope are refused. Needs `buying` (tax_id, company_id, name).
   */
  async open(run: ImportRun): Promise<void> {
    if (run.targetId) return this.openDraft(run, run.targetId);
    const { connection, stage, reject, requestedBy } = run;
    const { currency } = await this.sellers.current();
    await connection.query(`
      create temp table opened on commit drop as
      select g.*, uuidv7() as revision_id, t.id as table_id, t.scope as known_scope, t.state_code as known_state,
             t.company_id as known_company
      from (
        select s.*, b.company_id,
               coalesce(nullif(s.table_name, ''), case s.scope when 'national' then 'National' when 'state' then s.state else b.name end) as name
        from (select distinct scope, state, company_tax_id, table_name from ${stage}) s
        left join buying b on b.tax_id = s.company_tax_id
      ) g left join pricing.price_table t on t.name::text = g.name`);
    // Two companies of one name: the second table carries its tax id.
    await connection.query(`
      update opened o set name = o.name || ' (' || o.company_tax_id || ')', table_id = t.id, known_scope = t.scope,
             known_state = t.state_code, known_company = t.company_id
      from opened mine left join pricing.price_table t on t.name::text = mine.name || ' (' || mine.company_tax_id || ')'
      where o.revision_id = mine.revision_id and o.table_name = '' and o.scope = 'company'
        and (o.known_company is distinct from o.company_id and o.table_id is not null
             or exists (select from opened other where other.name = o.name and other.revision_id < o.revision_id))`);
    const refused = await reject(`
      select s.row_no, 'table' as "column", 'price.table_of_other_scope' as code,
             'The price table ' || o.name || ' is for something else' as message, s.table_name as value
      from ${stage} s join opened o using (scope, state, company_tax_id, table_name)
      where (o.table_id is not null
             and (o.known_scope, o.known_state, o.known_company) is distinct from (o.scope, nullif(o.state, ''), o.company_id))
         or (o.table_id is null and exists (
               select from opened p where p.name = o.name and p.revision_id < o.revision_id
                 and (p.scope, p.state, p.company_tax_id) <> (o.scope, o.state, o.company_tax_id)))`);
    if (refused > 0) {
      await connection.query(`
        delete from opened where (scope, state, company_tax_id, table_name) not in (
          select scope, state, company_tax_id, table_name from ${stage})`);
    }
    await connection.query(
      `with made as (
         insert into pricing.price_table (id, name, scope, state_code, company_id, currency)
         select uuidv7(), name, scope, nullif(state, ''), company_id, $1
         from (select distinct name, scope, state, company_id from opened where table_id is null) o
         returning id, name)
       update opened o set table_id = made.id from made where made.name::text = o.name and o.table_id is null`,
      [currency],
    );
    // Two ways of naming one table in a file share one revision.
    await connection.query(`
      update opened o set revision_id = first.revision_id
      from (select table_id, min(revision_id::text)::uuid as revision_id from opened group by table_id) first
      where first.table_id = o.table_id`);
    // Numbered when all is done: whoever begins a draft of the table would have to wait for this file otherwise.
    await connection.query(
      `insert into pricing.revision (id, table_id, number, status, source, author_id, author_name)
       select o.revision_id, o.table_id, -1 - floor(random() * 2147483647)::int, 'draft', 'import', $1::uuid, $2
       from (select distinct revision_id, table_id from opened) o`,
      [requestedBy.id, requestedBy.name],
    );
  }

  /** Gives the revisions that were opened their numbers, the last thing to be done with them; says which by revision. */
  async number({ connection, targetId }: ImportRun): Promise<ReadonlyMap<string, number>> {
    if (targetId) return new Map();
    const { rows } = await connection.query<{ id: string; number: number }>(
      `with mine as materialized (
         select r.id, r.table_id from pricing.revision r
         where r.id in (select revision_id from opened) order by r.table_id),
       counted as (
         update pricing.price_table t set last_revision = last_revision + 1
         from mine where t.id = mine.table_id
         returning t.id, t.last_revision)
       update pricing.revision r set number = c.last_revision
       from mine, counted c where r.id = mine.id and c.id = mine.table_id
       returning r.id, r.number`,
    );
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  /**
   * Drops new revisions that came to nothing; the others are drafts. A draft that was there counts its changes anew and
   * loses what was decided about it, when `changed` is above zero.
   */
  async close(run: ImportRun, changed: number): Promise<ImportedRevision[]> {
    const { connection, requestedBy, targetId } = run;
    if (targetId) return changed > 0 ? this.closeDraft(run, targetId) : [];
    await connection.query(`
      delete from pricing.revision r using opened o
      where r.id = o.revision_id and not exists (select from pricing.revision_change c where c.revision_id = r.id)`);
    const revisions = await counted(run);
    await connection.query(
      `insert into pricing.revision_event (revision_id, kind, by_id, by_name)
       select id, 'created', $2, $3 from unnest($1::uuid[]) id`,
      [revisions.map(({ revisionId }) => revisionId), requestedBy.id, requestedBy.name],
    );
    return revisions;
  }

  /** The same for a file that goes into one draft: rows for another table are refused. The draft is held. */
  private async openDraft({ connection, stage, reject }: ImportRun, id: string): Promise<void> {
    const { rows } = await connection.query<{ status: RevisionStatus; tableId: string; tableName: string }>(
      `select r.status, t.id as "tableId", t.name as "tableName"
       from pricing.revision r join pricing.price_table t on t.id = r.table_id where r.id = $1 for update of r`,
      [id],
    );
    const [draft] = rows;
    if (!draft) throw new UnreadableFile({ code: 'revision.not_found', message: 'There is no such draft' });
    if (!['draft', 'submitted', 'approved', 'rejected'].includes(draft.status)) {
      const message = 'The revision is no draft any more; begin a new one';
      throw new UnreadableFile({ code: 'revision.transition_not_allowed', message });
    }
    await connection.query(`
      create temp table opened on commit drop as
      select distinct s.scope, s.state, s.company_tax_id, s.table_name, b.company_id, null::uuid as table_id,
             null::uuid as revision_id
      from ${stage} s left join buying b on b.tax_id = s.company_tax_id`);
    await connection.query(
      `update opened o set table_id = t.id, revision_id = $2
       from pricing.price_table t
       where t.id = $1 and (t.scope, coalesce(t.state_code, ''), t.company_id) is not distinct from
                           (o.scope, o.state, o.company_id)
         and o.table_name in ('', t.name::text)`,
      [draft.tableId, id],
    );
    await reject(
      `select s.row_no, case when s.table_name in ('', $1) then 'scope' else 'table' end as "column",
              'price.other_table' as code, 'The draft is of the price table ' || $1::text as message,
              coalesce(nullif(s.table_name, ''), s.scope) as value
       from ${stage} s join opened o using (scope, state, company_tax_id, table_name) where o.table_id is null`,
      [draft.tableName],
    );
  }

  private async closeDraft(run: ImportRun, id: string): Promise<ImportedRevision[]> {
    const { connection, requestedBy } = run;
    await connection.query(
      `insert into pricing.revision_event (revision_id, kind, by_id, by_name)
       select id, 'reopened', $2, $3 from pricing.revision where id = $1 and status <> 'draft'`,
      [id, requestedBy.id, requestedBy.name],
    );
    await connection.query(
      `update pricing.revision
       set status = 'draft', submitted_by = null, submitted_by_name = null, submitted_at = null, decided_by = null,
           decided_by_name = null, decided_at = null, decision_note = null, override_reason = null,
           override_by = null, override_by_name = null, change_count = 0, version = version + 1
       where id = $1`,
      [id],
    );
    return counted(run);
  }
}

/** How many changes each of the opened revisions has now. */
async function counted({ connection }: ImportRun): Promise<ImportedRevision[]> {
  const { rows } = await connection.query<ImportedRevision>(
    `with counted as (
       select r.id, count(*)::int as n from pricing.revision r
       join pricing.revision_change c on c.revision_id = r.id
       where r.id in (select revision_id from opened) group by r.id)
     update pricing.revision r set change_count = n
     from counted, pricing.price_table t where r.id = counted.id and t.id = r.table_id
     returning t.id as "tableId", t.name as "table", r.id as "revisionId", r.number, r.change_count as changes`,
  );
  const large = rows.find(({ changes }) => changes > mostChanges);
  if (large) {
    const message = `The revision of ${large.table} would have more than ${mostChanges.toLocaleString('en')} changes`;
    throw new UnreadableFile({ code: 'revision.too_large', message });
  }
  return rows;
}
