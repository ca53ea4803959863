import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { Directory } from '../../identity/index.js';
import { Cells } from '../../shared/infrastructure/import-cells.js';
import type { ImportCounts, ImportKind, ImportRun, RowReader } from '../../shared/infrastructure/import-kind.js';
import { ImportKinds } from '../../shared/infrastructure/import-kinds.js';
import { LocalTimes } from '../application/revision-ports.js';
import { FileDates } from './file-dates.js';

const skusAtOnce = 5_000;

/** How a file says that a cost holds since ever; without a start it holds from now on. */
export const sinceEver = '0001-01-01';

/** Costs from a file: from now on, or over the time a row says; what was said before stays in their history. */
@Injectable()
export class CostsImport implements ImportKind, OnModuleInit {
  readonly name = 'costs';
  readonly permission = 'cost.edit';
  readonly columns = [
    ...['sku', 'cost'].map((name) => ({ name, required: true })),
    ...['currency', 'valid_from', 'valid_to'].map((name) => ({ name, required: false })),
  ];
  /** Reports of imports are read by people who may not see costs. */
  readonly confidential = ['cost'];
  readonly staging = { sku: 'text', cost: 'numeric(14,4)', valid_from: 'timestamptz', valid_to: 'timestamptz' };

  constructor(
    private readonly kinds: ImportKinds,
    private readonly catalog: Catalog,
    private readonly directory: Directory,
    private readonly times: LocalTimes,
  ) {}

  onModuleInit(): void {
    this.kinds.add(this);
  }

  async reader(): Promise<RowReader> {
    const { currency, timeZone } = await this.directory.tenant();
    const dates = new FileDates(this.times, timeZone);
    const now = new Date().toISOString();
    return (cell) => {
      const cells = new Cells(cell);
      const money = cell('currency').toUpperCase();
      if (money && money !== currency) {
        cells.refuse('currency', 'price.other_currency', `Costs here are in ${currency}`);
      }
      const [sku, cost] = [cells.requiredText('sku', 64), cells.decimal('cost', 4)];
      if (cost !== null && cost.replace(/\..*/, '').length > 10) {
        cells.refuse('cost', 'number.too_large', 'At most ten digits before the point');
      }
      const [from, to] = [
        cell('valid_from') === sinceEver ? '-infinity' : cells.instant('valid_from', dates),
        cells.instant('valid_to', dates),
      ];
      if (to && (from ?? now) >= to) {
        cells.refuse('valid_to', 'cost.empty_window', 'The cost would end before it begins');
      }
      return cells.problems.length > 0 ? cells.problems : [sku, cost, from, to ?? 'infinity'];
    };
  }

  async apply({ connection, stage, reject, requestedBy }: ImportRun): Promise<ImportCounts> {
    await connection.query('create temp table costed (sku text primary key, product_id uuid) on commit drop');
    const { rows } = await connection.query<{ sku: string }>(`select distinct sku from ${stage} order by sku`);
    for (let from = 0; from < rows.length; from += skusAtOnce) {
      const ids = await this.catalog.idsBySku(rows.slice(from, from + skusAtOnce).map(({ sku }) => sku));
      const columns = [[...ids.keys()], [...ids.values()]];
      await connection.query('insert into costed select * from unnest($1::text[], $2::uuid[])', columns);
    }
    await connection.query('analyze costed');
    await reject(`
      select s.row_no, 'sku' as "column", 'product.not_found' as code, 'There is no product with this SKU' as message,
             s.sku as value
      from ${stage} s where not exists (select from costed c where c.sku = s.sku)`);
    await reject(`
      select row_no, 'sku' as "column", 'row.duplicate' as code, 'The same product and start as in row ' || first as message,
             sku as value
      from (select row_no, sku, first_value(row_no) over (
              partition by sku, valid_from order by row_no) as first from ${stage}) s
      where row_no > first`);
    // Who says what a cost is without saying since when speaks of now, unless nothing was known before.
    const { rows: counted } = await connection.query<{ total: number; created: number; updated: number }>(
      `with said as (
         select c.product_id, s.cost, s.valid_to, known.yes as known,
                coalesce(s.valid_from,
                  case when known.yes then date_trunc('milliseconds', now()) else '-infinity' end) as valid_from,
                held.unit_cost as held_cost, held.valid_to as held_to
         from ${stage} s join costed c on c.sku = s.sku
         cross join lateral (
           select exists (select from pricing.product_cost k where k.product_id = c.product_id) as yes offset 0) known
         left join lateral (
           select unit_cost, valid_to from pricing.product_cost k
           where k.product_id = c.product_id
             and case when s.valid_from is null then k.valid_from <= now() and k.valid_to > now()
                      else k.valid_from = s.valid_from end
           order by k.valid_from desc limit 1) held on true),
       written as (
         insert into pricing.product_cost (product_id, valid_from, valid_to, unit_cost, entered_by, entered_by_name, entered_at)
         select product_id, valid_from, valid_to, cost, $1, $2, now() from said
         where held_cost is distinct from cost or held_to is distinct from valid_to
         order by product_id, valid_from
         on conflict (tenant_id, product_id, valid_from) do update
         set valid_to = excluded.valid_to, unit_cost = excluded.unit_cost, entered_by = excluded.entered_by,
             entered_by_name = excluded.entered_by_name, entered_at = excluded.entered_at
         returning product_id)
       select (select count(*)::int from said) as total,
              (select count(*)::int from said where not known) as created,
              (select count(*)::int from written) - (select count(*)::int from said where not known) as updated`,
      [requestedBy.id, requestedBy.name],
    );
    const { total = 0, created = 0, updated = 0 } = counted[0] ?? {};
    return { created, updated, unchanged: total - created - updated };
  }
}
