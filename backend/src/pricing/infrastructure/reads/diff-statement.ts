import { nearFloor } from '../../domain/margin.js';

export const diffParts = ['outliers', 'below_floor', 'raised', 'lowered', 'added', 'removed', 'conflicts'] as const;
export type DiffPart = (typeof diffParts)[number];

export const diffSorts = ['outliers', 'impact', '-percent', 'percent', 'sku'] as const;
export type DiffSort = (typeof diffSorts)[number];

const parts: Readonly<Record<DiffPart, string>> = {
  outliers: 'flags <> array[]::text[]',
  below_floor: `light = 'below'`,
  raised: 'difference > 0',
  lowered: 'difference < 0',
  added: 'old_price is null and new_price is not null',
  removed: 'new_price is null',
  conflicts: 'conflict',
};

const byImpact = 'abs(revenue_effect) desc nulls last, abs(percent) desc nulls last';
const orders: Readonly<Record<DiffSort, string>> = {
  outliers: `flags <> array[]::text[] desc, ${byImpact}, new_price is null desc`,
  impact: byImpact,
  '-percent': 'percent desc nulls last',
  percent: 'percent nulls last',
  sku: 'sku nulls last',
};

/**
 * One statement for a page of lines and the totals of all of them. What each CTE says:
 * `compared` each change beside the price it replaces · `goods` what products cost then and now, and their floors ·
 * `units` how many base units each holds · `sold` what was bought at each of these prices, by the tier it fell into ·
 * `measured` all of it in one row per change, `judged` with what should be looked at twice.
 *
 * $1 revision $2 table $3 published $4 now $5, $6 when old and new costs are looked at $7 percentage of an outlier
 * $8 – $11 products: id, base unit, floor, SKU $12 – $14 units: product, unit, factor
 * $15 – $20 sales: product, unit, quantity, base quantity, times, what a discount left of the price
 * $21 products that are searched $22 limit $23 offset
 */
export const diffStatement = (sort: DiffSort, only: DiffPart | undefined): string => `
  with compared as materialized (
    select c.product_id, c.unit, c.min_quantity, c.valid_from, c.valid_to, c.action, c.base_price,
           case when $3::boolean then c.base_price else e.unit_price end as old_price, c.unit_price as new_price,
           not $3::boolean and e.unit_price is distinct from c.base_price as conflict
    from pricing.revision_change c
    left join lateral (
      select unit_price from pricing.price_entry
      where table_id = $2 and product_id = c.product_id and live_to > $4 and live_from <= $4
        and unit = c.unit and min_quantity = c.min_quantity and valid_from = c.valid_from
      offset 0
    ) e on not $3::boolean
    where c.revision_id = $1),
  goods as materialized (
    select g.id, g.base_unit, g.floor, g.sku, before.unit_cost as cost_before, after.unit_cost as cost_after
    from unnest($8::uuid[], $9::text[], $10::int[], $11::text[]) as g(id, base_unit, floor, sku)
    left join lateral (
      select unit_cost from pricing.product_cost
      where product_id = g.id and valid_from <= $5 and valid_to > $5 order by valid_from desc limit 1
    ) before on true
    left join lateral (
      select unit_cost from pricing.product_cost
      where product_id = g.id and valid_from <= $6 and valid_to > $6 order by valid_from desc limit 1
    ) after on $5::timestamptz <> $6::timestamptz),
  units as materialized (
    select * from unnest($12::uuid[], $13::text[], $14::numeric[]) as u(product_id, unit, factor)),
  sales as materialized (
    select s.*, g.base_unit
    from unnest($15::uuid[], $16::text[], $17::numeric[], $18::numeric[], $19::int[], $20::numeric[])
      as s(product_id, unit, quantity, base_quantity, times, kept_share)
    join goods g on g.id = s.product_id),
  sold as materialized (
    select s.product_id, k.unit, k.min_quantity, sum(s.base_quantity * s.times) as base_quantity,
           sum(case when s.unit = k.unit then s.quantity else s.base_quantity end * s.times * s.kept_share) as paid_quantity
    from sales s
    cross join lateral (
      select known.unit, known.min_quantity
      from (
        select unit, min_quantity from pricing.price_entry
        where table_id = $2 and product_id = s.product_id and live_to > $4 and live_from <= $4
        union all
        select unit, min_quantity from pricing.revision_change where revision_id = $1 and product_id = s.product_id
      ) known
      where (known.unit = s.unit and known.min_quantity <= s.quantity)
         or (known.unit = s.base_unit and known.min_quantity <= s.base_quantity)
      order by known.unit = s.unit desc, known.min_quantity desc limit 1
    ) k
    group by s.product_id, k.unit, k.min_quantity),
  measured as (
    select c.*, c.new_price - c.old_price as difference,
           case when c.old_price > 0 and c.new_price is not null
             then round((c.new_price - c.old_price) * 100 / c.old_price, 2) end as percent,
           g.floor, g.sku, f.factor * g.cost_before as old_cost,
           f.factor * case when $5::timestamptz <> $6::timestamptz then g.cost_after else g.cost_before end as new_cost,
           coalesce(s.base_quantity, 0) as sold,
           case when c.new_price is not null and c.old_price is not null
             then round((c.new_price - c.old_price) * coalesce(s.paid_quantity, 0), 2) end as revenue_effect
    from compared c
    left join goods g on g.id = c.product_id
    left join units u on u.product_id = c.product_id and u.unit = c.unit
    left join sold s on s.product_id = c.product_id and s.unit = c.unit and s.min_quantity = c.min_quantity
    cross join lateral (select case when c.unit = g.base_unit then 1 else u.factor end as factor) f),
  lit as (
    select *, case
        when new_price is null or floor is null or new_cost is null then 'unknown'
        when new_price * (10000 - floor) < new_cost * 10000 then 'below'
        when new_price * (10000 - least(floor + ${nearFloor}, 9999)) < new_cost * 10000 then 'near'
        else 'ok' end as light
    from measured),
  judged as materialized (
    select *, array_remove(array[
        case when abs(percent) > $7::numeric then 'over_percent' end,
        case when light = 'below' then 'below_floor' end,
        case when new_price = 0 then 'zero' end,
        case when old_price > 0 and (new_price between old_price * 9 and old_price * 11
                                     or old_price between new_price * 9 and new_price * 11)
          then 'decimal_slip' end], null) as flags
    from lit),
  wanted as not materialized (
    select * from judged where ${only ? parts[only] : 'true'} and ($21::uuid[] is null or product_id = any($21::uuid[]))),
  shown as materialized (
    select row_number() over () as place, ordered.*
    from (
      select * from wanted
      order by ${orders[sort]}, product_id, unit, min_quantity, valid_from
      limit $22 offset $23) ordered)
  select
    (select json_agg(json_build_object(
       'productId', product_id, 'unit', unit, 'minQuantity', trim_scale(min_quantity)::text,
       'validFrom', nullif(valid_from, '-infinity'), 'validTo', nullif(valid_to, 'infinity'), 'action', action,
       'oldPrice', old_price::text, 'newPrice', new_price::text, 'difference', difference::text,
       'percent', percent::text, 'conflict', conflict, 'basePrice', base_price::text,
       'cost', round(new_cost, 4)::text,
       'oldMargin', case when old_price > 0 then round(1 - old_cost / old_price, 4) end::text,
       'newMargin', case when new_price > 0 then round(1 - new_cost / new_price, 4) end::text,
       'floor', round(floor::numeric / 10000, 4)::text, 'light', light, 'sold90', trim_scale(sold)::text,
       'revenueEffect', revenue_effect::text, 'flags', flags) order by place) from shown) as rows,
    (select json_build_object(
       'changes', count(*), 'products', cardinality($8::uuid[]),
       'added', count(*) filter (where ${parts.added}),
       'removed', count(*) filter (where ${parts.removed}), 'raised', count(*) filter (where ${parts.raised}),
       'lowered', count(*) filter (where ${parts.lowered}), 'unchanged', count(*) filter (where difference = 0),
       'conflicts', count(*) filter (where conflict),
       'outliers', count(*) filter (where ${parts.outliers}),
       'overPercent', count(*) filter (where 'over_percent' = any(flags)),
       'belowFloor', count(*) filter (where ${parts.below_floor}),
       'zero', count(*) filter (where 'zero' = any(flags)),
       'decimalSlips', count(*) filter (where 'decimal_slip' = any(flags)),
       'averagePercent', round(avg(percent), 2)::text,
       'largestRise', max(percent) filter (where percent > 0)::text,
       'largestFall', min(percent) filter (where percent < 0)::text,
       'revenueEffect', coalesce(sum(revenue_effect), 0)::numeric(20, 2)::text) from judged) as totals,
    (select count(*)::int from wanted) as total`;
