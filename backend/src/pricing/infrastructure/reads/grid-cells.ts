import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import { type ColumnTable, GridCells, type GridEntry } from '../../application/grid-ports.js';

/** The prices of a page of the grid, live and pending, in one statement. */
@Injectable()
export class SqlGridCells extends GridCells {
  constructor(private readonly database: Database) {
    super();
  }

  columns(tableIds: readonly string[] | null, companyIds: readonly string[]): Promise<ColumnTable[]> {
    return this.database.sql<ColumnTable>`
      select id, name, scope, state_code as "stateCode", company_id as "companyId", priority, version
      from pricing.price_table
      where archived_at is null
        and (case when ${tableIds}::uuid[] is null then scope in ('national', 'state') else id = any(${tableIds}::uuid[]) end
             or company_id = any(${companyIds}::uuid[]))
      order by array_position(array['national', 'state', 'company'], scope), state_code, -priority, name, id`;
  }

  /**
   * What the tables say of the products at `at`, nothing outside of their periods, and what the revisions would make of
   * it (`revisionId` set).
   */
  entries(
    tableIds: readonly string[],
    productIds: readonly string[],
    revisionIds: readonly string[],
    at: Date,
  ): Promise<GridEntry[]> {
    return this.database.sql<GridEntry>`
      select t.id as "tableId", e.product_id as "productId", e.unit, trim_scale(e.min_quantity)::text as "minQuantity",
             e.unit_price as "unitPrice", null::uuid as "revisionId", 'set' as action, e.valid_from as since
      from pricing.price_table t
      cross join unnest(${productIds}::uuid[]) as p(id)
      cross join lateral (
        select * from pricing.price_entry
        where table_id = t.id and product_id = p.id and live_to > ${at} and live_from <= ${at}
          and valid_from <= ${at} and valid_to > ${at}
        offset 0
      ) e
      where t.id = any(${tableIds}::uuid[]) and t.valid_from <= ${at} and t.valid_to > ${at}
      union all
      select r.table_id, c.product_id, c.unit, trim_scale(c.min_quantity)::text, c.unit_price, r.id, c.action, c.valid_from
      from pricing.revision r
      join pricing.revision_change c on c.revision_id = r.id
      where r.id = any(${revisionIds}::uuid[]) and c.product_id = any(${productIds}::uuid[])
      order by since`;
  }

  async changedProducts(revisionIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.sql<{ id: string }>`
      select distinct product_id as id from pricing.revision_change where revision_id = any(${revisionIds}::uuid[])`;
    return new Set(rows.map(({ id }) => id));
  }

  async standing(tableIds: readonly string[], revisionIds: readonly string[], at: Date): Promise<string> {
    const [row] = await this.database.sql<{ standing: string | null }>`
      select string_agg(word, ' ' order by word) as standing from (
        select id || ':' || version as word from pricing.revision where id = any(${revisionIds}::uuid[])
        union all
        select r.table_id || '@' || max(r.live_at) from pricing.revision r
        where r.table_id = any(${tableIds}::uuid[]) and r.status in ('live', 'scheduled') and r.live_at <= ${at}
        group by r.table_id
        union all
        select t.id || '#' || t.version from pricing.price_table t
        where t.id = any(${tableIds}::uuid[]) and t.valid_from <= ${at} and t.valid_to > ${at}) words`;
    return row?.standing ?? '';
  }

  async pricedProducts(tableIds: readonly string[], at: Date): Promise<ReadonlySet<string>> {
    const rows = await this.database.sql<{ id: string }>`
      select distinct product_id as id from pricing.price_entry
      where table_id = any(array(select id from pricing.price_table where id = any(${tableIds}::uuid[])
                                   and valid_from <= ${at} and valid_to > ${at}))
        and live_to > ${at} and live_from <= ${at}`;
    return new Set(rows.map(({ id }) => id));
  }
}
