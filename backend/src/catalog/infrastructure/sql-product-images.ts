import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { type ProductImage, ProductImages } from '../application/ports.js';

/** Keeps pictures in their order, and on the product itself which one stands for it. */
@Injectable()
export class SqlProductImages extends ProductImages {
  constructor(private readonly database: Database) {
    super();
  }

  async of(productId: string): Promise<ProductImage[] | null> {
    const products = await this.database.sql`select from catalog.product where id = ${productId}`;
    if (products.length === 0) return null;
    return this.database.sql<ProductImage>`
      select id, product_id as "productId", key, content_type as "contentType", size, thumbnails
      from catalog.product_image where product_id = ${productId} order by position, id`;
  }

  async find(id: string): Promise<ProductImage | null> {
    const [row] = await this.database.sql<ProductImage>`
      select id, product_id as "productId", key, content_type as "contentType", size, thumbnails
      from catalog.product_image where id = ${id}`;
    return row ?? null;
  }

  async add({ id, productId, key, contentType, size }: ProductImage): Promise<void> {
    await this.database.sql`
      insert into catalog.product_image (id, product_id, key, content_type, size, position)
      select ${id}, ${productId}, ${key}, ${contentType}, ${size}, coalesce(max(position) + 1, 0)
      from catalog.product_image where product_id = ${productId}`;
    await this.showFirst(productId);
  }

  async remove({ id, productId }: ProductImage): Promise<void> {
    await this.database.sql`delete from catalog.product_image where id = ${id}`;
    await this.showFirst(productId);
  }

  async reorder(productId: string, ids: readonly string[]): Promise<void> {
    await this.database.sql`
      update catalog.product_image i set position = o.position - 1
      from unnest(${ids}::uuid[]) with ordinality as o(id, position)
      where i.id = o.id and i.product_id = ${productId}`;
    await this.showFirst(productId);
  }

  async keepThumbnails({ id, productId }: ProductImage, thumbnails: Readonly<Record<string, string>>): Promise<void> {
    await this.database.sql`
      update catalog.product_image set thumbnails = ${JSON.stringify(thumbnails)}::jsonb where id = ${id}`;
    await this.showFirst(productId);
  }

  private async showFirst(productId: string): Promise<void> {
    await this.database.sql`
      update catalog.product p set image_key = first.key, thumbnail_key = first.thumbnails ->> '480', updated_at = now()
      from (select ${productId}::uuid as product_id) asked
      left join lateral (
        select i.key, i.thumbnails from catalog.product_image i
        where i.product_id = asked.product_id order by i.position, i.id limit 1) first on true
      where p.id = asked.product_id`;
  }
}
