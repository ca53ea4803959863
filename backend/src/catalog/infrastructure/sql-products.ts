import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { Products } from '../application/ports.js';
import { Product } from '../domain/product.js';
import type { ProductStatus } from '../domain/product-status.js';
import { unitDrafts } from '../domain/selling-unit.js';
import { unitsOf } from './reads/product-rows.js';
import { takenIn } from './unique-violation.js';

interface Row {
  id: string;
  sku: string;
  slug: string;
  name: string;
  description: string;
  brand: string | null;
  category_id: string;
  base_unit: string;
  units: string;
  status: ProductStatus;
  gtin: string | null;
  attributes: Record<string, string>;
  drawing: string | null;
  backorder: boolean;
  restock_date: string | null;
  version: number;
}

/** Keeps products in PostgreSQL under a version that guards against lost updates; search follows every write. */
@Injectable()
export class SqlProducts extends Products {
  constructor(private readonly database: Database) {
    super();
  }

  async find(id: string): Promise<Product | null> {
    const [row] = await this.database.sql<Row>`
      select id, sku, slug, name, description, brand, category_id, base_unit, units::text as units, status, gtin,
             attributes, drawing, backorder, restock_date::text as restock_date, version
      from catalog.product where id = ${id}`;
    return row ? productOf(row) : null;
  }

  async takenSlugs(slugs: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.sql<{ slug: string }>`
      select slug from catalog.product where slug = any(${slugs}::text[])`;
    return new Set(rows.map(({ slug }) => slug));
  }

  async add({ id, slug, facts, units }: Product): Promise<boolean> {
    const rows = await this.database.sql`
      insert into catalog.product (id, sku, slug, name, description, brand, category_id, base_unit, units, status, gtin,
                                   attributes, drawing, backorder, restock_date)
      values (${id}, ${facts.sku}, ${slug}, ${facts.name}, ${facts.description}, ${facts.brand}, ${facts.categoryId},
              ${facts.baseUnit}, ${JSON.stringify(unitDrafts(units))}::jsonb, ${facts.status}, ${facts.gtin},
              ${JSON.stringify(facts.attributes)}::jsonb, ${facts.drawing}, ${facts.backorder}, ${facts.restockDate}::date)
      on conflict (tenant_id, sku) do nothing returning id`;
    if (rows.length === 0) return false;
    await this.refreshSearch(id);
    return true;
  }

  async save({ id, version, facts, units }: Product): Promise<boolean> {
    try {
      const rows = await this.database.sql`
        update catalog.product set
          sku = ${facts.sku}, name = ${facts.name}, description = ${facts.description}, brand = ${facts.brand},
          category_id = ${facts.categoryId}, base_unit = ${facts.baseUnit},
          units = ${JSON.stringify(unitDrafts(units))}::jsonb, status = ${facts.status}, gtin = ${facts.gtin},
          attributes = ${JSON.stringify(facts.attributes)}::jsonb, drawing = ${facts.drawing},
          backorder = ${facts.backorder}, restock_date = ${facts.restockDate}::date,
          version = version + 1, updated_at = now()
        where id = ${id} and version = ${version} returning id`;
      if (rows.length === 0) throw new StaleWrite('product');
    } catch (error) {
      if (takenIn(error)?.includes('sku')) return false;
      throw error;
    }
    await this.refreshSearch(id);
    return true;
  }

  private async refreshSearch(id: string): Promise<void> {
    await this.database.sql`select catalog.refresh_search(array[${id}::uuid])`;
  }
}

const productOf = (row: Row): Product =>
  Product.restore({
    id: row.id,
    slug: row.slug,
    version: row.version,
    units: unitsOf(row.units),
    facts: {
      sku: row.sku,
      name: row.name,
      description: row.description,
      brand: row.brand,
      categoryId: row.category_id,
      baseUnit: row.base_unit,
      status: row.status,
      gtin: row.gtin,
      attributes: row.attributes,
      drawing: row.drawing,
      backorder: row.backorder,
      restockDate: row.restock_date,
    },
  });
