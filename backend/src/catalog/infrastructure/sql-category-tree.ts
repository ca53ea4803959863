import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { CategoryTree, type CountedCategory } from '../application/ports.js';
import type { NamedCategory } from '../application/product-card.js';
import { ShortMemory } from '../../shared/short-memory.js';

const keptForMs = 10_000;

export interface CategoryNode {
  readonly id: string;
  readonly code: string;
  readonly slug: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly drawing: string | null;
}

/** All categories of a tenant, in their order, with the ways up and down the tree. */
export class Forest {
  private readonly byId: ReadonlyMap<string, CategoryNode>;
  private readonly bySlug: ReadonlyMap<string, CategoryNode>;
  private readonly childIds = new Map<string | null, string[]>();

  constructor(readonly all: readonly CategoryNode[]) {
    this.byId = new Map(all.map((node) => [node.id, node]));
    this.bySlug = new Map(all.map((node) => [node.slug, node]));
    for (const { id, parentId } of all) this.childIds.set(parentId, [...(this.childIds.get(parentId) ?? []), id]);
  }

  get(id: string): CategoryNode | undefined {
    return this.byId.get(id);
  }

  withSlug(slug: string): CategoryNode | undefined {
    return this.bySlug.get(slug);
  }

  childrenOf(id: string | null): CategoryNode[] {
    return (this.childIds.get(id) ?? []).flatMap((child) => this.byId.get(child) ?? []);
  }

  /** All of them as one reads the tree: each before what is below it. */
  depthFirst(parent: string | null = null): CategoryNode[] {
    return this.childrenOf(parent).flatMap((node) => [node, ...this.depthFirst(node.id)]);
  }

  /** The category and everything below it. */
  withDescendants(id: string): string[] {
    return [id, ...(this.childIds.get(id) ?? []).flatMap((child) => this.withDescendants(child))];
  }

  /** The category, its parent, and so on to the root. */
  pathUp(id: string): CategoryNode[] {
    const node = this.byId.get(id);
    return node ? [node, ...(node.parentId ? this.pathUp(node.parentId) : [])] : [];
  }
}

/** Reads the tree whole, once in ten seconds per tenant; counts of active products likewise. */
@Injectable()
export class SqlCategoryTree extends CategoryTree {
  private readonly trees = new ShortMemory<Forest>(keptForMs, 1_000);
  private readonly counts = new ShortMemory<ReadonlyMap<string, number>>(keptForMs, 1_000);

  constructor(private readonly database: Database) {
    super();
  }

  categories(): Promise<Forest> {
    return this.trees.get('', async () => {
      return new Forest(
        await this.database.sql<CategoryNode>`
          select id, code, slug, name, parent_id as "parentId", drawing
          from catalog.category order by position, name, id`,
      );
    });
  }

  /** A tree that knows all of these categories, read again when a new one is missing. */
  async categoriesWith(ids: readonly string[]): Promise<Forest> {
    const known = await this.categories();
    if (ids.every((id) => known.get(id))) return known;
    this.trees.forget();
    return this.categories();
  }

  async ancestors(): Promise<ReadonlyMap<string, readonly string[]>> {
    const tree = await this.categories();
    return new Map(tree.all.map(({ id }) => [id, tree.pathUp(id).map((node) => node.id)]));
  }

  /** Active products per category, those of descendants included. */
  async activeCounts(): Promise<ReadonlyMap<string, number>> {
    return this.counts.get('', async () => {
      const rows = await this.database.sql<{ category_id: string; count: number }>`
        select category_id, count(*)::int as count from catalog.product where status = 'active' group by category_id`;
      return this.withParents(rows);
    });
  }

  /** Adds each category's count to all its ancestors. */
  async withParents(rows: readonly { category_id: string; count: number }[]): Promise<Map<string, number>> {
    const tree = await this.categoriesWith(rows.map(({ category_id: id }) => id));
    const totals = new Map<string, number>();
    for (const { category_id: id, count } of rows) {
      for (const node of tree.pathUp(id)) totals.set(node.id, (totals.get(node.id) ?? 0) + count);
    }
    return totals;
  }

  async named(): Promise<NamedCategory[]> {
    const tree = await this.categories();
    return tree.depthFirst().map(({ id, slug, name, parentId }) => ({ id, slug, name, parentId }));
  }

  async counted(): Promise<CountedCategory[]> {
    const [tree, counts] = [await this.categories(), await this.activeCounts()];
    const below = (parent: string | null): CountedCategory[] =>
      tree.childrenOf(parent).map(({ id, slug, name, drawing }) => {
        return { id, slug, name, drawing, productCount: counts.get(id) ?? 0, children: below(id) };
      });
    return below(null);
  }

  forget(): void {
    this.trees.forget();
    this.counts.forget();
  }
}
