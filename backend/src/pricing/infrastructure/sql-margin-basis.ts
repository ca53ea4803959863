import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { MarginBasis, type MarginFacts } from '../application/cost-ports.js';

/** Reads costs, floors and the tenant's own floor together. */
@Injectable()
export class SqlMarginBasis extends MarginBasis {
  constructor(private readonly database: Database) {
    super();
  }

  async of(productIds: readonly string[], at: Date): Promise<MarginFacts> {
    const rows = await this.database.sql<{
      product: string | null;
      category: string | null;
      cost: string;
      floor: number;
    }>`
      select p.id as product, null::uuid as category, c.unit_cost as cost, null::int as floor
      from unnest(${productIds}::uuid[]) p(id)
      cross join lateral (
        select unit_cost from pricing.product_cost
        where product_id = p.id and valid_from <= ${at} and valid_to > ${at} order by valid_from desc limit 1
      ) c
      union all
      select null, category_id, null, (floor * 10000)::int from pricing.margin_floor
      union all
      select null, null, null, (default_floor * 10000)::int from pricing.pricing_settings`;
    return {
      costs: new Map(rows.flatMap(({ product, cost }) => (product ? [[product, cost] as const] : []))),
      floors: new Map(rows.flatMap(({ category, floor }) => (category ? [[category, floor] as const] : []))),
      defaultFloor: rows.find(({ product, category }) => !product && !category)?.floor ?? null,
    };
  }
}
