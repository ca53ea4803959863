import type { FloorBreach, Measures } from '../application/cost-ports.js';
import type { FloorRules } from '../domain/margin.js';
import { measuredGoods } from './measured-goods.js';
import type { SendStatement } from './set-wise-publication.js';

/**
 * Finds the prices of a revision that are under their margin floor, on the connection it is written on. Where there is no
 * floor or no cost there is nothing to be under.
 */
export class SetWiseFloors {
  constructor(
    private readonly send: SendStatement,
    private readonly measures: Measures,
  ) {}

  async breaches(
    revisionId: string,
    rules: FloorRules,
    at: Date,
    limit: number,
  ): Promise<{ total: number; lines: FloorBreach[] }> {
    if (rules.fallback === null && rules.byCategory.size === 0) return { total: 0, lines: [] };
    const { rows: costed } = await this.send<{ id: string }>(
      `select p.product_id as id
       from (select distinct product_id from pricing.revision_change where revision_id = $1 and action = 'set') p
       where exists (select from pricing.product_cost c
                     where c.product_id = p.product_id and c.valid_from <= $2 and c.valid_to > $2)`,
      [revisionId, at],
    );
    if (costed.length === 0) return { total: 0, lines: [] };
    const goods = measuredGoods(await this.measures.of(costed.map(({ id }) => id)), rules);
    // The lists are as long as the revision: never compare all of one with all of the other.
    await this.send('set local enable_nestloop = off', []);
    const { rows } = await this.send<FloorBreach & { total: number }>(
      `with goods as materialized (
         select g.*, c.unit_cost
         from unnest($3::uuid[], $4::text[], $5::int[], $6::text[]) as g(id, base_unit, floor, sku)
         cross join lateral (
           select unit_cost from pricing.product_cost
           where product_id = g.id and valid_from <= $2 and valid_to > $2 order by valid_from desc limit 1
         ) c
         where g.floor is not null),
       units as materialized (
         select * from unnest($7::uuid[], $8::text[], $9::numeric[]) as u(product_id, unit, factor))
       select c.product_id as "productId", g.sku, c.unit, trim_scale(c.min_quantity)::text as "minQuantity",
              c.unit_price::text as "unitPrice", round(w.cost, 4)::text as cost,
              round(g.floor::numeric / 10000, 4)::text as floor,
              (ceil(w.cost * 100000000 / (10000 - g.floor)) / 10000)::numeric(18, 4)::text as "leastPrice",
              count(*) over ()::int as total
       from pricing.revision_change c
       join goods g on g.id = c.product_id
       left join units u on u.product_id = c.product_id and u.unit = c.unit
       cross join lateral (
         select g.unit_cost * case when c.unit = g.base_unit then 1 else u.factor end as cost) w
       where c.revision_id = $1 and c.action = 'set' and c.unit_price * (10000 - g.floor) < w.cost * 10000
       order by g.sku, c.unit, c.min_quantity, c.valid_from
       limit $10`,
      [
        ...[revisionId, at, goods.ids, goods.baseUnits, goods.floors, goods.skus],
        ...[goods.unitIds, goods.units, goods.factors, limit],
      ],
    );
    await this.send('set local enable_nestloop = default', []);
    return { total: rows[0]?.total ?? 0, lines: rows.map(({ total: _total, ...line }) => line) };
  }
}
