import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import { Assortment } from '../../application/ports.js';

export interface DiffRow {
  readonly productId: string;
  readonly sku: string | null;
  readonly name: string | null;
  readonly unit: string;
  readonly minQuantity: string;
  /** As PostgreSQL writes instants in JSON. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly action: 'set' | 'remove';
  readonly oldPrice: string | null;
  readonly newPrice: string | null;
  readonly difference: string | null;
  readonly percent: string | null;
  readonly conflict: boolean;
  readonly basePrice: string | null;
}

export interface DiffTotals {
  readonly changes: number;
  readonly products: number;
  readonly added: number;
  readonly removed: number;
  readonly raised: number;
  readonly lowered: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly averagePercent: string | null;
  readonly largestRise: string | null;
  readonly largestFall: string | null;
}

/** What a revision does to the prices of its table, largest change first; prices without a percentage come last. */
@Injectable()
export class RevisionDiff {
  constructor(
    private readonly database: Database,
    private readonly assortment: Assortment,
  ) {}

  /**
   * One statement for a page and the totals. Before it is published the old price is what is live at `now`; afterwards
   * what it replaced, and there are no conflicts any more.
   */
  async page(
    { id, tableId, published }: { id: string; tableId: string; published: boolean },
    now: Date,
    { page, pageSize, conflictsOnly }: { page: number; pageSize: number; conflictsOnly: boolean },
  ): Promise<{ rows: DiffRow[]; totals: DiffTotals; total: number }> {
    const [answer] = await this.database.sql<{
      rows: Omit<DiffRow, 'sku' | 'name'>[] | null;
      totals: DiffTotals;
      total: number;
    }>`
      with compared as materialized (
        select c.product_id, c.unit, c.min_quantity, c.valid_from, c.valid_to, c.action, c.base_price,
               case when ${published}::boolean then c.base_price else e.unit_price end as old_price,
               c.unit_price as new_price,
               not ${published}::boolean and e.unit_price is distinct from c.base_price as conflict
        from pricing.revision_change c
        left join lateral (
          select unit_price from pricing.price_entry
          where table_id = ${tableId} and product_id = c.product_id and live_to > ${now} and live_from <= ${now}
            and unit = c.unit and min_quantity = c.min_quantity and valid_from = c.valid_from
          offset 0
        ) e on not ${published}::boolean
        where c.revision_id = ${id}),
      measured as materialized (
        select *, new_price - old_price as difference,
               case when old_price > 0 and new_price is not null
                 then round((new_price - old_price) * 100 / old_price, 2) end as percent
        from compared),
      shown as (
        select * from measured where conflict or not ${conflictsOnly}::boolean
        order by abs(percent) desc nulls last, new_price is null desc, product_id, unit, min_quantity, valid_from
        limit ${pageSize} offset ${(page - 1) * pageSize})
      select
        (select json_agg(json_build_object(
           'productId', product_id, 'unit', unit, 'minQuantity', trim_scale(min_quantity)::text,
           'validFrom', nullif(valid_from, '-infinity'), 'validTo', nullif(valid_to, 'infinity'), 'action', action,
           'oldPrice', old_price::text, 'newPrice', new_price::text, 'difference', difference::text,
           'percent', percent::text, 'conflict', conflict, 'basePrice', base_price::text)) from shown) as rows,
        (select json_build_object(
           'changes', count(*), 'products', count(distinct product_id),
           'added', count(*) filter (where old_price is null and new_price is not null),
           'removed', count(*) filter (where new_price is null), 'raised', count(*) filter (where difference > 0),
           'lowered', count(*) filter (where difference < 0), 'unchanged', count(*) filter (where difference = 0),
           'conflicts', count(*) filter (where conflict), 'averagePercent', round(avg(percent), 2)::text,
           'largestRise', max(percent) filter (where percent > 0)::text,
           'largestFall', min(percent) filter (where percent < 0)::text) from measured) as totals,
        (select count(*)::int from measured where conflict or not ${conflictsOnly}::boolean) as total`;
    if (!answer) throw new Error('a diff has always one row');
    const rows = answer.rows ?? [];
    const goods = await this.assortment.byIds([...new Set(rows.map(({ productId }) => productId))]);
    return {
      rows: rows.map((row) => {
        const { sku = null, name = null } = goods.get(row.productId) ?? {};
        return { ...row, sku, name };
      }),
      totals: answer.totals,
      total: answer.total,
    };
  }
}
