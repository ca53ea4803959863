import { Injectable } from '@nestjs/common';
import { isId } from '../../../shared/ids.js';
import { Database } from '../../../shared/infrastructure/database.js';
import { ProductCards } from '../../application/ports.js';
import type {
  ProductCard,
  ProductDetail,
  ProductMeasure,
  SoldIn,
  StockedProduct,
} from '../../application/product-card.js';
import type { Availability } from '../../domain/availability.js';
import { ActiveBranches } from '../active-branches.js';
import { SqlCategoryTree } from '../sql-category-tree.js';
import {
  availabilityFrom,
  cardColumns,
  cardOf,
  type CardRow,
  mediaUrl,
  stockColumn,
  stockedOf,
  type StockJson,
} from './product-rows.js';

type StockedRow = CardRow & { stock: StockJson };
type DetailRow = StockedRow & {
  description: string;
  gtin: string | null;
  images: { key: string; thumbnails: Record<string, string> | null }[] | null;
};

const detailColumns = `${cardColumns}, p.description, p.gtin, ${stockColumn}, (
  select json_agg(json_build_object('key', i.key, 'thumbnails', i.thumbnails) order by i.position, i.id)
  from catalog.product_image i where i.product_id = p.id) as images`;

/** One prepared statement per question; categories and branches come from memory. */
@Injectable()
export class SqlProductCards extends ProductCards {
  constructor(
    private readonly database: Database,
    private readonly tree: SqlCategoryTree,
    private readonly branches: ActiveBranches,
  ) {
    super();
  }

  withIds(ids: readonly string[]): Promise<ProductCard[]> {
    return this.cards('p.id = any($1::uuid[])', ids, 'catalog.cards');
  }

  withSkus(skus: readonly string[]): Promise<ProductCard[]> {
    return this.cards('p.sku = any($1::text[])', skus, 'catalog.cards-by-sku');
  }

  async stocked(ids: readonly string[]): Promise<StockedProduct[]> {
    const { rows } = await this.database.query<StockedRow>(
      `select ${cardColumns}, ${stockColumn} from catalog.product p where p.id = any($1::uuid[])`,
      [ids],
      'catalog.stocked',
    );
    const categories = await this.tree.categoriesWith(rows.map((row) => row.category_id));
    const branches = await this.branches.all();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row ? [stockedOf(row, categories, branches)] : [];
    });
  }

  async unitsBySku(skus: readonly string[]): Promise<ReadonlyMap<string, SoldIn>> {
    const rows = await this.database.sql<SoldIn & { sku: string }>`
      select sku, id, array(select unit->>'code' from jsonb_array_elements(units) unit) as units
      from catalog.product where sku = any(${skus}::text[])`;
    return new Map(rows.map(({ sku, ...sold }) => [sku, sold]));
  }

  async measures(ids: readonly string[]): Promise<ProductMeasure[]> {
    return this.database.sql<ProductMeasure>`
      select id, sku, category_id as "categoryId", base_unit as "baseUnit",
             (select coalesce(json_object_agg(unit->>'code', unit->>'factor'), '{}')
              from jsonb_array_elements(units) unit where unit->>'code' <> base_unit) as factors
      from catalog.product where id = any(${ids}::uuid[])`;
  }

  async idsBySku(skus: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.sql<{ sku: string; id: string }>`
      select sku, id from catalog.product where sku = any(${skus}::text[])`;
    return new Map(rows.map(({ sku, id }) => [sku, id]));
  }

  async availabilityOf(ids: readonly string[]): Promise<ReadonlyMap<string, Availability>> {
    const { rows } = await this.database.query<{ id: string; backorder: boolean; stock: StockJson }>(
      `select p.id, p.backorder, ${stockColumn} from catalog.product p where p.id = any($1::uuid[])`,
      [ids],
      'catalog.availability',
    );
    const branches = await this.branches.all();
    return new Map(rows.map((row) => [row.id, availabilityFrom(row.stock, branches, row.backorder)]));
  }

  async detail(key: string): Promise<ProductDetail | null> {
    const [condition, name] = isId(key)
      ? ['p.id = $1::uuid', 'catalog.detail-by-id']
      : ['(p.sku = $1 or p.slug = $1)', 'catalog.detail-by-key'];
    const { rows } = await this.database.query<DetailRow>(
      `select ${detailColumns} from catalog.product p
       where ${condition} and p.status = 'active' order by (p.slug = $1::text) limit 1`,
      [key],
      name,
    );
    const [row] = rows;
    if (!row) return null;
    const categories = await this.tree.categoriesWith([row.category_id]);
    const path = categories.pathUp(row.category_id).reverse();
    return {
      ...stockedOf(row, categories, await this.branches.all()),
      description: row.description,
      gtin: row.gtin,
      images: (row.images ?? []).map(({ key: image, thumbnails }) => ({
        url: `/media/${image}`,
        thumbnailUrl: mediaUrl(thumbnails?.['480'] ?? null),
      })),
      categoryPath: path.map(({ slug, name: title }) => ({ slug, name: title })),
    };
  }

  private async cards(condition: string, keys: readonly string[], name: string): Promise<ProductCard[]> {
    const { rows } = await this.database.query<CardRow>(
      `select ${cardColumns} from catalog.product p where ${condition}`,
      [keys],
      name,
    );
    const categories = await this.tree.categoriesWith(rows.map((row) => row.category_id));
    return rows.map((row) => cardOf(row, categories));
  }
}
