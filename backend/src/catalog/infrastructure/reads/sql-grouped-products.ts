import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import { ShortMemory } from '../../../shared/short-memory.js';
import { GroupedProducts, ProductLists } from '../../application/ports.js';
import type {
  GroupedProductPage,
  GroupOfMatches,
  ProductGroup,
  ProductMatch,
  ProductQuery,
} from '../../application/product-card.js';
import { type CategoryNode, SqlCategoryTree } from '../sql-category-tree.js';
import {
  inCategories,
  nameOf,
  narrowed,
  type ProductFilter,
  source,
  StatementValues,
  stockedAtOnce,
} from './product-filter.js';
import { ProductFilters } from './product-filters.js';
import { cardColumns, cardOf, type CardRow } from './product-rows.js';

const everything: ProductFilter = { search: null, categoryIds: null, brands: null, attributes: null, stockedAt: null };

/** What a page has of one category: so many products after those that are skipped. */
interface Part {
  readonly id: string;
  readonly skip: number;
  readonly take: number;
}

type Group = CategoryNode & { readonly count: number };

/**
 * Counts per category say which categories a page lies in and how far into them, so that any page costs no more than
 * its own categories' indexes up to it. The counts are remembered for up to a minute; a page that comes out shorter than
 * they said is read again by new ones.
 */
@Injectable()
export class SqlGroupedProducts extends GroupedProducts {
  private readonly counts = new ShortMemory<ReadonlyMap<string, number>>(60_000, 2_000, 30_000);

  constructor(
    private readonly database: Database,
    private readonly tree: SqlCategoryTree,
    private readonly filters: ProductFilters,
    private readonly lists: ProductLists,
  ) {
    super();
  }

  async page(query: ProductQuery): Promise<GroupedProductPage> {
    const filter = await this.filters.of(query);
    if (!filter) return { products: [], total: 0, groups: [] };
    const attempt = async () => {
      const groups = await this.groups(filter);
      const parts = partsOf(groups, (query.page - 1) * query.pageSize, query.pageSize);
      return { groups, rows: await this.rows(filter, parts), said: parts.reduce((sum, { take }) => sum + take, 0) };
    };
    let { groups, rows, said } = await attempt();
    if (rows.length < said) {
      this.counts.forget();
      ({ groups, rows, said } = await attempt());
    }
    const categories = await this.tree.categoriesWith(rows.map((row) => row.category_id));
    return {
      products: rows.map((row) => cardOf(row, categories)),
      total: groups.reduce((sum, { count }) => sum + count, 0),
      groups: await this.withAll(groups),
    };
  }

  async matches(query: ProductQuery): Promise<GroupOfMatches[]> {
    const matches = await this.lists.matches({ ...query, sort: 'name' });
    const byCategory = new Map<string, string[]>();
    for (const { id, categoryId } of matches satisfies ProductMatch[]) {
      const known = byCategory.get(categoryId);
      if (known) known.push(id);
      else byCategory.set(categoryId, [id]);
    }
    const tree = await this.tree.categoriesWith([...byCategory.keys()]);
    const all = await this.countsOf(everything);
    return tree.depthFirst().flatMap(({ id, slug, name }) => {
      const ids = byCategory.get(id);
      return ids ? [{ slug, name, ids, all: Math.max(ids.length, all.get(id) ?? 0) }] : [];
    });
  }

  private async groups(filter: ProductFilter): Promise<Group[]> {
    const counts = await this.countsOf(filter);
    const tree = await this.tree.categoriesWith([...counts.keys()]);
    return tree.depthFirst().flatMap((node) => {
      const count = counts.get(node.id);
      return count ? [{ ...node, count }] : [];
    });
  }

  private async withAll(groups: readonly Group[]): Promise<ProductGroup[]> {
    const all = await this.countsOf(everything);
    return groups.map(({ id, slug, name, count }) => ({ slug, name, count, all: Math.max(count, all.get(id) ?? 0) }));
  }

  private countsOf(filter: ProductFilter): Promise<ReadonlyMap<string, number>> {
    return this.counts.get(JSON.stringify(filter), async () => {
      const values = new StatementValues();
      const from = source(values, filter);
      const within = filter.categoryIds ? ` and ${inCategories(values, filter.categoryIds)}` : '';
      const text = `select p.category_id as id, count(*)::int as count
        from ${from}${within}${narrowed(values, filter, stockedAtOnce)} group by p.category_id`;
      const { rows } = await this.database.query<{ id: string; count: number }>(text, values.all, nameOf(text));
      return new Map(rows.map(({ id, count }) => [id, count]));
    });
  }

  private async rows(filter: ProductFilter, parts: readonly Part[]): Promise<CardRow[]> {
    if (parts.length === 0) return [];
    const values = new StatementValues();
    const text = filter.search ? searched(values, filter, parts) : listed(values, filter, parts);
    const { rows } = await this.database.query<CardRow>(text, values.all, nameOf(text));
    return rows;
  }
}

/** The categories that a page of all groups one after the other lies in. */
function partsOf(groups: readonly Group[], offset: number, limit: number): Part[] {
  const parts: Part[] = [];
  let [before, left] = [0, limit];
  for (const { id, count } of groups) {
    const skip = Math.max(0, offset - before);
    const take = Math.min(left, count - skip);
    if (take > 0) {
      parts.push({ id, skip, take });
      left -= take;
    }
    before += count;
    if (left === 0) break;
  }
  return parts;
}

/** Each category along its own index, no further than the page reaches; only that is read to skip what comes before. */
function listed(values: StatementValues, filter: ProductFilter, parts: readonly Part[]): string {
  const column = (name: keyof Part, type: string) =>
    values.bind(
      parts.map((part) => part[name]),
      type,
    );
  return `select ${cardColumns}
    from unnest(${column('id', 'uuid[]')}, ${column('skip', 'int[]')}, ${column('take', 'int[]')})
      with ordinality c(id, skip, take, place)
    cross join lateral (
      select p.id, p.name from ${source(values, filter)} and p.category_id = c.id${narrowed(values, filter)}
      order by p.name, p.id limit c.take offset c.skip) k
    join catalog.product p on p.id = k.id
    order by c.place, k.name, k.id`;
}

/** What a search finds is found once, and only the page's categories of it are put in order. */
function searched(values: StatementValues, filter: ProductFilter, parts: readonly Part[]): string {
  const ids = parts.map(({ id }) => id);
  const place = `array_position(${values.bind(ids, 'uuid[]')}, p.category_id)`;
  const [first] = parts;
  const take = parts.reduce((sum, part) => sum + part.take, 0);
  return `select ${cardColumns}
    from (select p.id, ${place} as place, p.name
      from ${source(values, filter)} and ${inCategories(values, ids)}${narrowed(values, filter)}
      order by place, p.name collate "und-x-icu", p.id
      limit ${values.bind(take, 'int')} offset ${values.bind(first?.skip ?? 0, 'int')}) k
    join catalog.product p on p.id = k.id
    order by k.place, k.name collate "und-x-icu", k.id`;
}
