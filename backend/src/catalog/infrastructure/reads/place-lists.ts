import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import type { Branch } from '../../domain/branch.js';
import type { Category } from '../../domain/category.js';

/** All branches and all categories, as staff see them. */
@Injectable()
export class PlaceLists {
  constructor(private readonly database: Database) {}

  /** In the tenant's order, those not in use last. */
  branches(): Promise<Branch[]> {
    return this.database.sql<Branch>`
      select id, code, name, state_code as "stateCode", coalesce(serves, '{}') as serves, position, active, version
      from catalog.branch order by active desc, position, code`;
  }

  /** In the tenant's order, with the products of any status that lie directly in each. */
  categories(): Promise<(Category & { productCount: number })[]> {
    return this.database.sql<Category & { productCount: number }>`
      select c.id, c.code, c.slug, c.name, c.parent_id as "parentId", c.drawing, c.position, c.version,
             coalesce(p.products, 0)::int as "productCount"
      from catalog.category c
      left join (select category_id, count(*) as products from catalog.product group by category_id) p
        on p.category_id = c.id
      order by c.position, c.name, c.id`;
  }
}
