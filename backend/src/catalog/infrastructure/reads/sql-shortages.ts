import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import { Quantity } from '../../../shared/quantity.js';
import { type Shortages, ShortageReads } from '../../application/ports.js';
import { lowAtMost } from '../../domain/availability.js';
import { ActiveBranches } from '../active-branches.js';
import { ShortMemory } from '../../../shared/short-memory.js';

const worstShown = 5;

interface Row {
  count: number;
  out: number;
  worst: { id: string; sku: string; name: string; baseUnit: string; available: string }[] | null;
}

/** One pass over the levels in use, remembered for half a minute and renewed while somebody keeps asking. */
@Injectable()
export class SqlShortages extends ShortageReads {
  private readonly shortages = new ShortMemory<Shortages>(30_000, 1_000, 15_000);

  constructor(
    private readonly database: Database,
    private readonly branches: ActiveBranches,
  ) {
    super();
  }

  now(): Promise<Shortages> {
    return this.shortages.get('', async () => {
      const branchIds = (await this.branches.all()).map(({ id }) => id);
      const [row] = await this.database.sql<Row>`
        with level as (
          select product_id, sum(greatest(on_hand - reserved - safety, 0)) as available, sum(safety) as safety
          from catalog.stock_level where branch_id = any(${branchIds}::uuid[]) group by product_id
        ), short as materialized (
          select p.id, p.sku, p.name, p.base_unit, coalesce(l.available, 0) as available,
                 greatest(l.safety, ${lowAtMost.toString()}::numeric) as low_at
          from catalog.product p left join level l on l.product_id = p.id
          where p.status = 'active'
            and coalesce(l.available, 0) <= greatest(l.safety, ${lowAtMost.toString()}::numeric)
        ), worst as (
          select * from short order by available / low_at, low_at desc, name, id limit ${worstShown}::int
        )
        select count(*)::int as count, (count(*) filter (where available = 0))::int as out,
               (select json_agg(json_build_object('id', id, 'sku', sku, 'name', name, 'baseUnit', base_unit,
                  'available', available::text) order by available / low_at, low_at desc, name, id) from worst) as worst
        from short`;
      if (!row) throw new Error('shortages were not counted');
      const { count, out, worst } = row;
      const products = (worst ?? []).map((product) => ({ ...product, available: Quantity.stored(product.available) }));
      return { count, out, worst: products };
    });
  }
}
