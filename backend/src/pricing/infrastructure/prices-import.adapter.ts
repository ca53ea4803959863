import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { Directory } from '../../identity/index.js';
import type { AuditEntry } from '../../shared/audit-log.js';
import { Cells } from '../../shared/infrastructure/import-cells.js';
import type { ImportCounts, ImportKind, ImportRun, RowReader } from '../../shared/infrastructure/import-kind.js';
import { ImportKinds } from '../../shared/infrastructure/import-kinds.js';
import { RevisionOrigins } from '../application/book-ports.js';
import { Measures } from '../application/cost-ports.js';
import { KeepFloors } from '../application/keep-floors.js';
import { LocalTimes } from '../application/revision-ports.js';
import type { PriceRevisionLive } from '../domain/price-revision-live.js';
import { FileDates } from './file-dates.js';
import { type ImportedRevision, PricesImportTables } from './prices-import-tables.js';
import { SetWiseFloors } from './set-wise-floors.js';
import { SetWisePublication } from './set-wise-publication.js';

const scopes = ['national', 'state', 'company'];
const actions = ['set', 'remove'];
const skusAtOnce = 5_000;
const productsAnnounced = 5_000;

/**
 * Prices from a file, as one revision per price table: live at once, or drafts where the tenant wants two persons or
 * the file was sent with `publish=false`. A table that does not exist yet is made. Or as edits of one draft, like any.
 */
@Injectable()
export class PricesImport implements ImportKind, OnModuleInit {
  readonly name = 'prices';
  readonly permission = 'price.edit';
  readonly publishPermission = 'price.publish';
  readonly columns = [
    ...['scope', 'sku', 'unit_price'].map((name) => ({ name, required: true })),
    ...['state', 'company_tax_id', 'unit', 'min_quantity', 'currency', 'valid_from', 'valid_to', 'table', 'action'].map(
      (name) => ({ name, required: false }),
    ),
    // What exports tell people besides; not read.
    ...['name', 'old_unit_price', 'difference', 'percent', 'flags'].map((name) => ({ name, required: false })),
  ];
  /** Who a price is for is told by four columns that are empty rather than null, so that they join as they are. */
  readonly staging = {
    scope: 'text',
    state: 'text',
    company_tax_id: 'text',
    table_name: 'text',
    sku: 'text',
    unit: 'text',
    min_quantity: 'numeric(14,3)',
    unit_price: 'numeric(14,4)',
    valid_from: 'timestamptz',
    valid_to: 'timestamptz',
    action: 'text',
  };

  constructor(
    private readonly kinds: ImportKinds,
    private readonly catalog: Catalog,
    private readonly directory: Directory,
    private readonly tables: PricesImportTables,
    private readonly measures: Measures,
    private readonly floors: KeepFloors,
    private readonly revisions: RevisionOrigins,
    private readonly times: LocalTimes,
  ) {}

  onModuleInit(): void {
    this.kinds.add(this);
  }

  async hasTarget(id: string): Promise<boolean> {
    return (await this.revisions.origins([id])).has(id);
  }

  async reader(): Promise<RowReader> {
    const { currency, timeZone } = await this.directory.tenant();
    const dates = new FileDates(this.times, timeZone);
    return (cell) => {
      const cells = new Cells(cell);
      const scope = cells.oneOf('scope', scopes, '');
      const [state, taxId] = [cells.plain('state').toUpperCase(), cells.plain('company_tax_id')];
      if (scope === 'state' && !/^[A-Z0-9]{2,3}$/.test(state))
        cells.refuse('state', 'cell.required', 'A state price names its state');
      if (scope === 'company' && taxId === '') {
        cells.refuse('company_tax_id', 'cell.required', 'A company price names its company');
      }
      if (scope === 'national' && (state || taxId)) {
        cells.refuse(
          state ? 'state' : 'company_tax_id',
          'price.scope_mismatch',
          'A national price has neither state nor company',
        );
      }
      const money = cell('currency').toUpperCase();
      if (money && money !== currency)
        cells.refuse('currency', 'price.other_currency', `Prices here are in ${currency}`);
      const sku = cells.requiredText('sku', 64);
      const minQuantity = cells.decimal('min_quantity', 3, { required: false, positive: true }) ?? '1';
      const action = cells.oneOf('action', actions, 'set');
      const unitPrice = action === 'remove' ? null : cells.decimal('unit_price', 4);
      const [from, to] = [cells.instant('valid_from', dates), cells.instant('valid_to', dates)];
      if (from && to && from >= to)
        cells.refuse('valid_to', 'price.empty_window', 'The price would end before it begins');
      const [table, unit] = [cells.text('table', 120), cells.text('unit', 20)];
      if (cells.problems.length > 0) return cells.problems;
      return [
        ...[scope, scope === 'state' ? state : '', scope === 'company' ? taxId : '', table ?? '', sku, unit],
        ...[minQuantity, unitPrice, from ?? '-infinity', to ?? 'infinity', action],
      ];
    };
  }

  async apply(run: ImportRun): Promise<ImportCounts> {
    const { connection, stage } = run;
    await this.findProducts(run);
    await this.findCompanies(run);
    await this.tables.open(run);
    await connection.query(`
      create temp table wanted on commit drop as
      select s.row_no, t.table_id, t.revision_id, p.product_id, coalesce(s.unit, p.units[1]) as unit,
             s.min_quantity, s.unit_price, s.valid_from, s.valid_to, s.action
      from ${stage} s
      join sold p on p.sku = s.sku
      join opened t using (scope, state, company_tax_id, table_name)`);
    await run.reject(`
      select row_no, 'sku' as "column", 'row.duplicate' as code,
             'The same price as in row ' || first as message, unit_price::text as value
      from (select row_no, unit_price, first_value(row_no) over (
              partition by table_id, product_id, unit, min_quantity, valid_from order by row_no) as first
            from wanted) w where row_no > first`);
    await connection.query(`delete from wanted w where not exists (select from ${stage} s where s.row_no = w.row_no)`);
    const { twoPersonApproval } = await this.directory.tenant();
    const publish = run.publish && !run.targetId && !twoPersonApproval;
    if (publish) await this.holdTables(run);
    const changes = await this.writeChanges(run);
    const { rows } = await connection.query<{ n: number }>('select count(*)::int as n from wanted');
    const drafts = await this.tables.close(run, changes.total);
    const floors = publish ? await this.belowFloors(run, drafts) : new Map<string, number>();
    const ready = publish ? drafts.filter(({ revisionId }) => !floors.has(revisionId)) : [];
    await this.publish(run, ready);
    const numbers = await this.tables.number(run);
    const revisions = drafts.map((draft) => ({
      ...draft,
      number: numbers.get(draft.revisionId) ?? draft.number,
      published: ready.includes(draft),
      ...(floors.has(draft.revisionId) && { belowFloor: floors.get(draft.revisionId) }),
    }));
    const { created, updated, total } = changes;
    const published = publish && ready.length === drafts.length;
    return {
      ...{ created, updated, unchanged: (rows[0]?.n ?? 0) - total },
      result: { revisions, published },
      audited: revisions.filter((revision) => revision.published).map(wentLive),
    };
  }

  /** What the file is compared with stays live until it is published; everybody takes tables in the same order. */
  private async holdTables({ connection }: ImportRun): Promise<void> {
    const publication = new SetWisePublication((text, values) => connection.query(text, values));
    const { rows } = await connection.query<{ id: string }>('select distinct table_id as id from wanted order by 1');
    for (const { id } of rows) await publication.hold(id);
  }

  /** How many prices of each draft are under their margin floor; those stay drafts until somebody answers for them. */
  private async belowFloors(
    { connection }: ImportRun,
    drafts: readonly { revisionId: string }[],
  ): Promise<ReadonlyMap<string, number>> {
    const rules = await this.floors.rules();
    const setWise = new SetWiseFloors((text, values) => connection.query(text, values), this.measures);
    const below = new Map<string, number>();
    for (const { revisionId } of drafts) {
      const { total } = await setWise.breaches(revisionId, rules, new Date(), 1);
      if (total > 0) below.set(revisionId, total);
    }
    return below;
  }

  /** Refuses what is not sold, or not in that unit. Catalog is asked for all SKUs of the file, a few thousand at a time. */
  private async findProducts({ connection, stage, reject }: ImportRun): Promise<void> {
    await connection.query(
      'create temp table sold (sku text primary key, product_id uuid, units text[]) on commit drop',
    );
    const { rows } = await connection.query<{ sku: string }>(`select distinct sku from ${stage} order by sku`);
    for (let from = 0; from < rows.length; from += skusAtOnce) {
      const sold = await this.catalog.unitsBySku(rows.slice(from, from + skusAtOnce).map(({ sku }) => sku));
      await connection.query(
        `insert into sold select s.sku, s.id::uuid, array(select jsonb_array_elements_text(s.units))
         from jsonb_to_recordset($1::jsonb) as s(sku text, id text, units jsonb)`,
        [JSON.stringify([...sold].map(([sku, { id, units }]) => ({ sku, id, units })))],
      );
    }
    await connection.query('analyze sold');
    await reject(`
      select s.row_no, 'sku' as "column", 'product.not_found' as code, 'There is no product with this SKU' as message, s.sku as value
      from ${stage} s where not exists (select from sold p where p.sku = s.sku)`);
    await reject(`
      select s.row_no, 'unit' as "column", 'price.unknown_unit' as code,
             'The product is sold by ' || array_to_string(p.units, ', ') as message, s.unit as value
      from ${stage} s join sold p on p.sku = s.sku where s.unit is not null and s.unit <> all (p.units)`);
  }

  private async findCompanies({ connection, stage, reject }: ImportRun): Promise<void> {
    await connection.query(
      'create temp table buying (tax_id text primary key, company_id uuid, name text) on commit drop',
    );
    const { rows } = await connection.query<{ tax_id: string }>(
      `select distinct company_tax_id as tax_id from ${stage} where company_tax_id <> ''`,
    );
    const ids = await this.directory.companyIdsByTaxId(rows.map(({ tax_id }) => tax_id));
    const companies = await this.directory.companiesById([...ids.values()]);
    await connection.query(`insert into buying select * from unnest($1::text[], $2::uuid[], $3::text[])`, [
      ...[[...ids.keys()], [...ids.values()]],
      [...ids.values()].map((id) => companies.get(id)?.name ?? ''),
    ]);
    await reject(`
      select s.row_no, 'company_tax_id' as "column", 'company.not_found' as code,
             'There is no company with this tax id' as message, s.company_tax_id as value
      from ${stage} s
      where s.company_tax_id <> '' and not exists (select from buying b where b.tax_id = s.company_tax_id)`);
  }

  /**
   * What differs from what is pending already, else from what is live now, becomes a change of its table's revision with
   * what it was made against. Removing what is not live drops what was to be set.
   */
  private async writeChanges({
    connection,
    requestedBy,
  }: ImportRun): Promise<{ total: number; created: number; updated: number }> {
    await connection.query('analyze wanted');
    const { rows } = await connection.query<{ total: number; created: number }>(
      `with differing as materialized (
         select w.*, e.id as base_id, e.unit_price as base_price, c.action as pending
         from wanted w
         left join lateral (
           select e.id, e.unit_price, e.valid_to from pricing.price_entry e
           where e.table_id = w.table_id and e.product_id = w.product_id and e.live_to > statement_timestamp()
             and e.live_from <= statement_timestamp()
             and e.unit = w.unit and e.min_quantity = w.min_quantity and e.valid_from = w.valid_from
           offset 0
         ) e on true
         left join lateral (
           select c.action, c.unit_price, c.valid_to from pricing.revision_change c
           where c.revision_id = w.revision_id and c.product_id = w.product_id and c.unit = w.unit
             and c.min_quantity = w.min_quantity and c.valid_from = w.valid_from
           offset 0
         ) c on true
         where case
           when c.action = 'remove' or w.action = 'remove' and c.action is not null then c.action <> w.action
           when c.action is not null then (c.unit_price, c.valid_to) <> (w.unit_price, w.valid_to)
           when w.action = 'remove' then e.id is not null
           else e.id is null or (e.unit_price, e.valid_to) <> (w.unit_price, w.valid_to) end
       ), dropped as (
         delete from pricing.revision_change c using differing d
         where d.action = 'remove' and d.base_id is null and c.revision_id = d.revision_id and c.unit = d.unit
           and c.product_id = d.product_id and c.min_quantity = d.min_quantity and c.valid_from = d.valid_from
       ), written as (
         insert into pricing.revision_change
           (revision_id, product_id, unit, min_quantity, valid_from, valid_to, action, unit_price, base_price,
            base_entry_id, edited_by, edited_by_name)
         select revision_id, product_id, unit, min_quantity, valid_from, valid_to, action, unit_price, base_price,
                base_id, $1, $2
         from differing where action = 'set' or base_id is not null
         order by revision_id, product_id
         on conflict (tenant_id, revision_id, product_id, unit, min_quantity, valid_from) do update
         set valid_to = excluded.valid_to, action = excluded.action, unit_price = excluded.unit_price,
             base_price = excluded.base_price, base_entry_id = excluded.base_entry_id, edited_by = excluded.edited_by,
             edited_by_name = excluded.edited_by_name, edited_at = excluded.edited_at
       )
       select count(*)::int as total,
              count(*) filter (where action = 'set' and base_id is null and pending is null)::int as created
       from differing`,
      [requestedBy.id, requestedBy.name],
    );
    const { total = 0, created = 0 } = rows[0] ?? {};
    return { total, created, updated: total - created };
  }

  private async publish(
    { connection, announce, requestedBy }: ImportRun,
    revisions: readonly { tableId: string; revisionId: string; changes: number }[],
  ): Promise<void> {
    const publication = new SetWisePublication((text, values) => connection.query(text, values));
    for (const { tableId, revisionId, changes } of revisions) {
      const now = new Date();
      await connection.query(`update pricing.revision set status = 'live' where id = $1`, [revisionId]);
      const instant = await publication.takeInstant(revisionId, tableId, now, null);
      await publication.publish(revisionId, tableId, instant);
      await connection.query(
        `insert into pricing.revision_event (revision_id, kind, by_id, by_name) values ($1, 'published', $2, $3)`,
        [revisionId, requestedBy.id, requestedBy.name],
      );
      const { rows } = await connection.query<{ id: string }>(
        'select distinct product_id as id from pricing.revision_change where revision_id = $1 order by 1',
        [revisionId],
      );
      const parts = Math.ceil(rows.length / productsAnnounced);
      for (let part = 1; part <= parts; part += 1) {
        const ids = rows.slice((part - 1) * productsAnnounced, part * productsAnnounced).map(({ id }) => id);
        const facts = { tableId, revisionId, liveAt: now.toISOString(), productIds: ids, part, parts, count: changes };
        await announce({ type: 'price.revision_live', payload: facts } satisfies PriceRevisionLive);
      }
    }
  }
}

/** Said of a publication by hand, too. */
const wentLive = ({ tableId, revisionId, number, changes }: ImportedRevision): AuditEntry => ({
  action: 'revision.live',
  entity: 'revision',
  entityId: revisionId,
  facts: { tableId, number, changes },
});
