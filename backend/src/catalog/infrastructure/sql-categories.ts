import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { Categories, type CategoryClash } from '../application/ports.js';
import type { Category } from '../domain/category.js';
import { takenIn } from './unique-violation.js';

/** Keeps categories in PostgreSQL; a renamed one renames what its products are found by. */
@Injectable()
export class SqlCategories extends Categories {
  constructor(private readonly database: Database) {
    super();
  }

  async find(id: string): Promise<Category | null> {
    const [row] = await this.database.sql<Category>`
      select id, code, slug, name, parent_id as "parentId", drawing, position, version
      from catalog.category where id = ${id}`;
    return row ?? null;
  }

  async holdParents(): Promise<ReadonlyMap<string, string | null>> {
    const rows = await this.database.sql<{ id: string; parent_id: string | null }>`
      select id, parent_id from catalog.category order by id for no key update`;
    return new Map(rows.map((row) => [row.id, row.parent_id]));
  }

  add(category: Category): Promise<CategoryClash | null> {
    return unlessTaken(async () => {
      await this.database.sql`
        insert into catalog.category (id, code, slug, name, parent_id, drawing, position)
        values (${category.id}, ${category.code}, ${category.slug}, ${category.name}, ${category.parentId},
                ${category.drawing}, ${category.position})`;
    });
  }

  save(category: Category): Promise<CategoryClash | null> {
    return unlessTaken(async () => {
      const [saved] = await this.database.sql<{ renamed: boolean }>`
        update catalog.category set
          code = ${category.code}, slug = ${category.slug}, name = ${category.name}, parent_id = ${category.parentId},
          drawing = ${category.drawing}, position = ${category.position}, version = version + 1
        where id = ${category.id} and version = ${category.version} returning old.name <> new.name as renamed`;
      if (!saved) throw new StaleWrite('category');
      if (!saved.renamed) return;
      await this.database.sql`
        select catalog.refresh_search(array(select id from catalog.product where category_id = ${category.id}))`;
    });
  }

  async contents(id: string): Promise<{ products: number; children: number }> {
    const [row] = await this.database.sql<{ products: number; children: number }>`
      select (select count(*) from catalog.product where category_id = ${id})::int as products,
             (select count(*) from catalog.category where parent_id = ${id})::int as children`;
    return row ?? { products: 0, children: 0 };
  }

  async remove(id: string): Promise<void> {
    await this.database.sql`delete from catalog.category where id = ${id}`;
  }
}

async function unlessTaken(write: () => Promise<void>): Promise<CategoryClash | null> {
  try {
    await write();
    return null;
  } catch (error) {
    const constraint = takenIn(error);
    if (constraint === null) throw error;
    return constraint.includes('slug') ? 'slug' : 'code';
  }
}
