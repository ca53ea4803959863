import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import { ProductLists } from '../../application/ports.js';
import type {
  Facets,
  PlainProductPage,
  ProductMatch,
  ProductPage,
  ProductQuery,
  ProductSort,
} from '../../application/product-card.js';
import { ActiveBranches } from '../active-branches.js';
import { SqlCategoryTree } from '../sql-category-tree.js';
import { FacetCounts } from './facet-counts.js';
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
import {
  cardColumns,
  cardOf,
  type CardRow,
  defaultUnitOf,
  stockColumn,
  stockedOf,
  type StockJson,
} from './product-rows.js';

/** Beyond this many skipped products only the index is read to skip them. */
const deepFrom = 1_000;

const nothing: Facets = { category: [], brand: [], attributes: [], availability: { inStock: 0, outOfStock: 0 } };

type MatchRow = Omit<ProductMatch, 'unit'> & { unit: string | null };

/** A page is one prepared statement; its total and facets are counted apart and remembered for up to a minute. */
@Injectable()
export class SqlProductLists extends ProductLists {
  constructor(
    private readonly database: Database,
    private readonly tree: SqlCategoryTree,
    private readonly branches: ActiveBranches,
    private readonly facets: FacetCounts,
    private readonly filters: ProductFilters,
  ) {
    super();
  }

  async page(query: ProductQuery): Promise<ProductPage> {
    const filter = await this.filters.of(query);
    if (!filter) return { products: [], total: 0, facets: nothing };
    const [rows, counts] = await Promise.all([
      this.rows<CardRow & { stock: StockJson }>(query, filter, `${cardColumns}, ${stockColumn}`),
      this.facets.of(filter),
    ]);
    const categories = await this.tree.categoriesWith(rows.map((row) => row.category_id));
    const branches = await this.branches.all();
    return { products: rows.map((row) => stockedOf(row, categories, branches)), ...counts };
  }

  async plainPage(query: ProductQuery): Promise<PlainProductPage> {
    const filter = await this.filters.of(query);
    if (!filter) return { products: [], total: 0 };
    const [rows, total] = await Promise.all([
      this.rows<CardRow>(query, filter, cardColumns),
      this.facets.total(filter),
    ]);
    const categories = await this.tree.categoriesWith(rows.map((row) => row.category_id));
    return { products: rows.map((row) => cardOf(row, categories)), total };
  }

  async matches(query: ProductQuery): Promise<ProductMatch[]> {
    const filter = await this.filters.of(query);
    if (!filter) return [];
    const values = new StatementValues();
    const within = filter.categoryIds ? ` and ${inCategories(values, filter.categoryIds)}` : '';
    // What a search finds comes without its units.
    const units = filter.search ? '(select u.units from catalog.product u where u.id = p.id)' : 'p.units';
    const text = `select p.id, p.category_id as "categoryId", p.base_unit as "baseUnit", (${units} -> 0)::text as unit
      from ${source(values, filter)}${within}${narrowed(values, filter, stockedAtOnce)}
      order by ${orderOf(query.sort, filter, 'p')}`;
    const { rows } = await this.database.query<MatchRow>(text, values.all, nameOf(text));
    return rows.map((row) => ({ ...row, unit: defaultUnitOf(row.unit, row.baseUnit) }));
  }

  private async rows<Row extends CardRow>(query: ProductQuery, filter: ProductFilter, columns: string): Promise<Row[]> {
    const values = new StatementValues();
    const offset = (query.page - 1) * query.pageSize;
    const whole = !filter.search && offset < deepFrom;
    const limits = { limit: values.bind(query.pageSize, 'int'), offset: values.bind(offset, 'int') };
    const keys = keysOf(values, query.sort, filter, whole, limits);
    const text = whole
      ? `select ${columns} from (${keys}) p`
      : `select ${columns} from (${keys}) k join catalog.product p on p.id = k.id
         order by ${orderOf(query.sort, filter, 'k')}`;
    const { rows } = await this.database.query<Row>(text, values.all, nameOf(text));
    return rows;
  }
}

/**
 * The page's products in their order. Several categories are read side by side, each in the order of its index and no
 * further than the page reaches, so a parent category costs little more than a leaf.
 */
function keysOf(
  values: StatementValues,
  sort: ProductSort,
  filter: ProductFilter,
  whole: boolean,
  { limit, offset }: { limit: string; offset: string },
): string {
  const columns = whole ? 'p.*' : `p.id, p.name, p.sku${filter.search ? ', p.rank' : ''}`;
  const order = orderOf(sort, filter, 'p');
  const { categoryIds } = filter;
  if (filter.search || !categoryIds || categoryIds.length === 1) {
    const from = source(values, filter);
    const within = categoryIds ? ` and ${inCategories(values, categoryIds)}` : '';
    return `select ${columns} from ${from}${within}${narrowed(values, filter)}
      order by ${order} limit ${limit} offset ${offset}`;
  }
  return `select p.* from unnest(${values.bind(categoryIds, 'uuid[]')}) c(id) cross join lateral (
      select ${columns} from ${source(values, filter)} and p.category_id = c.id${narrowed(values, filter)}
      order by ${order} limit ${limit} + ${offset}) p
    order by ${order} limit ${limit} offset ${offset}`;
}

/** Ids are made in the order of time, so they also say what is newest. */
function orderOf(sort: ProductSort, { search }: ProductFilter, from: string): string {
  const name = search ? `${from}.name collate "und-x-icu"` : `${from}.name`;
  switch (sort) {
    case 'name':
      return `${name}, ${from}.id`;
    case '-name':
      return `${name} desc, ${from}.id desc`;
    case 'sku':
      return `${from}.sku`;
    case '-sku':
      return `${from}.sku desc`;
    case 'newest':
      return `${from}.id desc`;
    case 'relevance':
      return search ? `${from}.rank, ${name}, ${from}.id` : `${name}, ${from}.id`;
  }
}
