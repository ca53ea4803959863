import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { type Cost, Costs, type KeptCost } from '../application/cost-ports.js';

/** One statement for any number of products. */
@Injectable()
export class SqlCosts extends Costs {
  constructor(private readonly database: Database) {
    super();
  }

  async put(costs: readonly Cost[], by: { readonly id: string; readonly name: string }, now: Date): Promise<number> {
    // Who says what a cost is without saying since when speaks of now, unless nothing was known before. What holds
    // already is not written again; of two that begin together the later in the list counts.
    const starts = costs.map(({ validFrom }) =>
      validFrom === null ? '-infinity' : (validFrom?.toISOString() ?? null),
    );
    const written = await this.database.sql<{ id: string }>`
      insert into pricing.product_cost (product_id, valid_from, valid_to, unit_cost, entered_by, entered_by_name, entered_at)
      select distinct on (w.product_id, s.starts)
             w.product_id, s.starts, coalesce(w.valid_to, 'infinity'), w.unit_cost, ${by.id}, ${by.name}, ${now}
      from unnest(${costs.map(({ productId }) => productId)}::uuid[], ${starts}::timestamptz[],
                  ${costs.map(({ validTo }) => validTo)}::timestamptz[],
                  ${costs.map(({ unitCost }) => unitCost.toString())}::numeric[])
        with ordinality as w(product_id, valid_from, valid_to, unit_cost, place)
      cross join lateral (
        select exists (select from pricing.product_cost where product_id = w.product_id) as yes offset 0) known
      cross join lateral (
        select coalesce(w.valid_from, case when known.yes then ${now}::timestamptz else '-infinity' end) as starts) s
      left join lateral (
        select unit_cost, valid_to from pricing.product_cost
        where product_id = w.product_id
          and case when w.valid_from is null then valid_from <= ${now} and valid_to > ${now} else valid_from = w.valid_from end
        order by valid_from desc limit 1
      ) said on true
      where said.unit_cost is distinct from w.unit_cost or said.valid_to is distinct from coalesce(w.valid_to, 'infinity')
      order by w.product_id, s.starts, w.place desc
      on conflict (tenant_id, product_id, valid_from) do update
      set valid_to = excluded.valid_to, unit_cost = excluded.unit_cost, entered_by = excluded.entered_by,
          entered_by_name = excluded.entered_by_name, entered_at = excluded.entered_at
      returning product_id as id`;
    return new Set(written.map(({ id }) => id)).size;
  }

  async at(productIds: readonly string[], at: Date): Promise<ReadonlyMap<string, KeptCost>> {
    const rows = await this.database.sql<KeptCost>`
      select p.id as "productId", c.unit_cost as "unitCost", nullif(c.valid_from, '-infinity') as "validFrom",
             nullif(c.valid_to, 'infinity') as "validTo", c.entered_by_name as "enteredBy", c.entered_at as "enteredAt"
      from unnest(${productIds}::uuid[]) p(id)
      cross join lateral (
        select * from pricing.product_cost
        where product_id = p.id and valid_from <= ${at} and valid_to > ${at} order by valid_from desc limit 1
      ) c`;
    return new Map(rows.map((row) => [row.productId, row]));
  }

  async missing(productIds: readonly string[], at: Date): Promise<readonly string[]> {
    const rows = await this.database.sql<{ id: string }>`
      select p.id from unnest(${productIds}::uuid[]) with ordinality p(id, place)
      where not exists (
        select from pricing.product_cost c where c.product_id = p.id and c.valid_from <= ${at} and c.valid_to > ${at})
      order by p.place`;
    return rows.map(({ id }) => id);
  }

  async remove(productId: string, validFrom: Date | null): Promise<boolean> {
    // Instants travel in milliseconds, while one that came with a file may be kept finer.
    const removed = await this.database.sql<{ id: string }>`
      delete from pricing.product_cost
      where product_id = ${productId}
        and date_trunc('milliseconds', valid_from) = coalesce(${validFrom}::timestamptz, '-infinity')
      returning product_id as id`;
    return removed.length > 0;
  }

  history(productId: string): Promise<KeptCost[]> {
    return this.database.sql<KeptCost>`
      select product_id as "productId", unit_cost as "unitCost", nullif(valid_from, '-infinity') as "validFrom",
             nullif(valid_to, 'infinity') as "validTo", entered_by_name as "enteredBy", entered_at as "enteredAt"
      from pricing.product_cost where product_id = ${productId} order by product_cost.valid_from desc`;
  }
}
