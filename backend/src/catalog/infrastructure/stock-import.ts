import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cells } from '../../shared/infrastructure/import-cells.js';
import type { ImportCounts, ImportKind, ImportRun, RowReader } from '../../shared/infrastructure/import-kind.js';
import { ImportKinds } from '../../shared/infrastructure/import-kinds.js';

/** Counted stock levels from a file; each change is a movement. An empty safety keeps what is set. */
@Injectable()
export class StockImport implements ImportKind, OnModuleInit {
  readonly name = 'stock';
  readonly permission = 'stock.edit';
  readonly columns = [
    { name: 'sku', required: true },
    { name: 'branch', required: true },
    { name: 'on_hand', required: true },
    { name: 'safety', required: false },
  ];
  readonly staging = { sku: 'text', branch: 'text', on_hand: 'numeric(16,3)', safety: 'numeric(16,3)' };

  constructor(private readonly kinds: ImportKinds) {}

  onModuleInit(): void {
    this.kinds.add(this);
  }

  reader(): Promise<RowReader> {
    return Promise.resolve((cell) => {
      const cells = new Cells(cell);
      const values = [
        cells.requiredText('sku', 64),
        cells.requiredText('branch', 40),
        cells.decimal('on_hand', 3),
        cells.decimal('safety', 3, { required: false }),
      ];
      return cells.problems.length > 0 ? cells.problems : values;
    });
  }

  async apply({ connection, stage, reject, requestedBy }: ImportRun): Promise<ImportCounts> {
    await reject(`
      select s.row_no, 'sku' as "column", 'product.not_found' as code, 'There is no product with this SKU' as message, s.sku as value
      from ${stage} s where not exists (select from catalog.product p where p.sku = s.sku)`);
    await reject(`
      select s.row_no, 'branch' as "column", 'branch.not_found' as code, 'There is no branch with this code' as message, s.branch as value
      from ${stage} s where not exists (select from catalog.branch b where b.code = s.branch)`);
    await reject(`
      select later.row_no, 'sku' as "column", 'row.duplicate' as code,
             'The same product and branch as in row ' || first.row_no as message, later.sku as value
      from ${stage} later
      join (select sku, branch, min(row_no) as row_no from ${stage} group by sku, branch) first
        on first.sku = later.sku and first.branch = later.branch and first.row_no < later.row_no`);
    await connection.query(`
      create temp table counted on commit drop as
      select s.row_no, p.id as product_id, b.id as branch_id, s.on_hand, s.safety
      from ${stage} s join catalog.product p on p.sku = s.sku join catalog.branch b on b.code = s.branch`);
    // Rows are locked in the order every other writer of stock keeps to.
    await connection.query(`
      select from catalog.stock_level l where (product_id, branch_id) in (select product_id, branch_id from counted)
      order by product_id, branch_id for update`);
    const { rows } = await connection.query<{ created: number; updated: number; total: number }>(
      `with before as (
         select c.*, l.on_hand as old_on_hand, l.safety as old_safety, l.reserved
         from counted c left join catalog.stock_level l on l.product_id = c.product_id and l.branch_id = c.branch_id
       ), written as (
         insert into catalog.stock_level as l (product_id, branch_id, on_hand, safety)
         select product_id, branch_id, on_hand, coalesce(safety, old_safety, 0) from before
         where (old_on_hand, old_safety) is distinct from (on_hand, coalesce(safety, old_safety))
         order by product_id, branch_id
         on conflict (tenant_id, product_id, branch_id)
           do update set on_hand = excluded.on_hand, safety = excluded.safety, updated_at = now()
         returning product_id, branch_id
       ), told as (
         insert into catalog.stock_movement
           (id, product_id, branch_id, kind, quantity, on_hand_after, reserved_after, reason, actor_id, actor_name)
         select uuidv7(), product_id, branch_id, 'count', on_hand - coalesce(old_on_hand, 0), on_hand, coalesce(reserved, 0),
                'import', $1, $2
         from before where on_hand is distinct from old_on_hand
       )
       select count(*) filter (where w.product_id is not null and b.old_on_hand is null)::int as created,
              count(*) filter (where w.product_id is not null and b.old_on_hand is not null)::int as updated,
              count(*)::int as total
       from before b left join written w using (product_id, branch_id)`,
      [requestedBy.id, requestedBy.name],
    );
    const { created = 0, updated = 0, total = 0 } = rows[0] ?? {};
    return { created, updated, unchanged: total - created - updated };
  }
}
