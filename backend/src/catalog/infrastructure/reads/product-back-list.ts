import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import type { StockedProduct } from '../../application/product-card.js';
import type { ProductStatus } from '../../domain/product-status.js';
import { ActiveBranches } from '../active-branches.js';
import { SqlCategoryTree } from '../sql-category-tree.js';
import { nameOf, StatementValues } from './product-filter.js';
import { cardColumns, type CardRow, stockColumn, stockedOf, type StockJson } from './product-rows.js';
import { SearchPlans } from './search-plans.js';

export interface BackListQuery {
  readonly search?: string;
  readonly category?: string;
  readonly statuses: readonly ProductStatus[];
  readonly sort: 'name' | '-name' | 'sku' | '-sku' | 'newest';
  readonly page: number;
  readonly pageSize: number;
}

export interface BackProduct extends StockedProduct {
  readonly description: string;
  readonly gtin: string | null;
  readonly ownDrawing: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly images: readonly {
    readonly id: string;
    readonly key: string;
    readonly thumbnails: Readonly<Record<string, string>> | null;
  }[];
}

type Row = CardRow & {
  stock: StockJson;
  description: string;
  gtin: string | null;
  version: number;
  created_at: Date;
  updated_at: Date;
  images: BackProduct['images'] | null;
};

const columns = `${cardColumns}, p.description, p.gtin, p.version, p.created_at, p.updated_at, ${stockColumn}, (
  select json_agg(json_build_object('id', i.id, 'key', i.key, 'thumbnails', i.thumbnails) order by i.position, i.id)
  from catalog.product_image i where i.product_id = p.id) as images`;

const orders = {
  name: 'p.name, p.id',
  '-name': 'p.name desc, p.id desc',
  sku: 'p.sku',
  '-sku': 'p.sku desc',
  newest: 'p.id desc',
} as const;

/** Products as staff see them, of any status. */
@Injectable()
export class ProductBackList {
  constructor(
    private readonly database: Database,
    private readonly tree: SqlCategoryTree,
    private readonly branches: ActiveBranches,
    private readonly searches: SearchPlans,
  ) {}

  async page(query: BackListQuery): Promise<{ products: BackProduct[]; total: number }> {
    const forest = await this.tree.categories();
    const category = query.category === undefined ? undefined : forest.withSlug(query.category);
    if (query.category !== undefined && !category) return { products: [], total: 0 };
    const values = new StatementValues();
    const statuses = values.bind(query.statuses, 'text[]');
    const within = category
      ? ` and p.category_id = any(${values.bind(forest.withDescendants(category.id), 'uuid[]')})`
      : '';
    const plan = this.searches.asTyped(query.search);
    const found = plan
      ? ` and p.id in (select id from catalog.found_products(${values.bind(plan.words, 'text[]')}, '{}',
          ${values.bind(plan.phrase, 'text')}, ${statuses}))`
      : '';
    const conditions = `${within}${found}`;
    const counting = `select count(*)::int as total from catalog.product p where p.status = any(${statuses})${conditions}`;
    const { rows: counted } = await this.database.query<{ total: number }>(counting, [...values.all], nameOf(counting));

    const limit = values.bind(query.pageSize, 'int');
    const offset = values.bind((query.page - 1) * query.pageSize, 'int');
    const order = orders[query.sort];
    const text = `select ${columns} from (
        select p.* from unnest(${statuses}) wanted(status) cross join lateral (
          select * from catalog.product p where p.status = wanted.status${conditions}
          order by ${order} limit ${limit} + ${offset}) p
        order by ${order} limit ${limit} offset ${offset}) p order by ${order}`;
    const { rows } = await this.database.query<Row>(text, values.all, nameOf(text));
    return { products: await this.productsOf(rows), total: counted[0]?.total ?? 0 };
  }

  async one(id: string): Promise<BackProduct | null> {
    const { rows } = await this.database.query<Row>(
      `select ${columns} from catalog.product p where p.id = $1`,
      [id],
      'catalog.back-product',
    );
    return (await this.productsOf(rows))[0] ?? null;
  }

  private async productsOf(rows: readonly Row[]): Promise<BackProduct[]> {
    const forest = await this.tree.categoriesWith(rows.map((row) => row.category_id));
    const branches = await this.branches.all();
    return rows.map((row) => ({
      ...stockedOf(row, forest, branches),
      description: row.description,
      gtin: row.gtin,
      ownDrawing: row.drawing,
      version: row.version,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      images: row.images ?? [],
    }));
  }
}
