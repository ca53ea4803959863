import { Injectable } from '@nestjs/common';
import type { ProductQuery } from '../../application/product-card.js';
import { ActiveBranches } from '../active-branches.js';
import { SqlCategoryTree } from '../sql-category-tree.js';
import type { ProductFilter } from './product-filter.js';
import { SearchPlans } from './search-plans.js';

/** Turns what was asked for into what the database understands. */
@Injectable()
export class ProductFilters {
  constructor(
    private readonly tree: SqlCategoryTree,
    private readonly branches: ActiveBranches,
    private readonly searches: SearchPlans,
  ) {}

  /** Null when nothing can match: there is no such category. */
  async of(query: ProductQuery): Promise<ProductFilter | null> {
    const tree = query.category === undefined ? null : await this.tree.categories();
    const category = tree?.withSlug(query.category ?? '');
    if (tree && !category) return null;
    return {
      search: await this.searches.of(query.search),
      categoryIds: tree && category ? tree.withDescendants(category.id) : null,
      brands: query.brand?.length ? query.brand : null,
      attributes: sorted(query.attributes),
      stockedAt: query.inStock ? (await this.branches.all()).map(({ id }) => id) : null,
    };
  }
}

/** In one order however they were asked for, so that equal filters are remembered and prepared as one. */
function sorted(attributes: ProductQuery['attributes'] = {}): ProductFilter['attributes'] {
  const entries = Object.entries(attributes).filter(([, wanted]) => wanted.length > 0);
  return entries.length === 0 ? null : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
