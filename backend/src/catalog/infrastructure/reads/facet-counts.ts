import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/infrastructure/database.js';
import type { Facets } from '../../application/product-card.js';
import { ActiveBranches } from '../active-branches.js';
import { ShortMemory } from '../../../shared/short-memory.js';
import { SqlCategoryTree } from '../sql-category-tree.js';
import {
  failedAttributes,
  inCategories,
  nameOf,
  narrowed,
  ofBrands,
  type ProductFilter,
  source,
  StatementValues,
  stockedAt,
  stockedAtOnce,
} from './product-filter.js';

export interface Counts {
  readonly total: number;
  readonly facets: Facets;
}

interface CountsRow {
  total: number;
  in_stock: number;
  out_of_stock: number;
  brands: { value: string; count: number }[] | null;
  attributes: { name: string; value: string; count: number }[] | null;
}

const mostAttributes = 12;
const mostValues = 40;

/** Counts what each choice would leave; remembered for up to a minute, so that a busy list is counted once. */
@Injectable()
export class FacetCounts {
  private readonly counts = new ShortMemory<Counts>(60_000, 2_000, 30_000);
  private readonly totals = new ShortMemory<number>(60_000, 2_000, 30_000);

  constructor(
    private readonly database: Database,
    private readonly tree: SqlCategoryTree,
    private readonly branches: ActiveBranches,
  ) {}

  of(filter: ProductFilter): Promise<Counts> {
    return this.counts.get(JSON.stringify(filter), async () => {
      const [row, category] = [await this.counted(filter), await this.categories(filter)];
      const { total, in_stock: inStock, out_of_stock: outOfStock } = row;
      return {
        total,
        facets: {
          category,
          brand: row.brands ?? [],
          attributes: grouped(row.attributes ?? []),
          availability: { inStock, outOfStock },
          ...(filter.search?.corrected ? { correctedSearch: filter.search.corrected } : {}),
        },
      };
    });
  }

  /** How many there are, and nothing of what choices would leave; remembered likewise. */
  total(filter: ProductFilter): Promise<number> {
    return this.totals.get(JSON.stringify(filter), async () => {
      const values = new StatementValues();
      const from = source(values, filter);
      const within = filter.categoryIds ? ` and ${inCategories(values, filter.categoryIds)}` : '';
      const text = `select count(*)::int as total from ${from}${within}${narrowed(values, filter, stockedAtOnce)}`;
      const { rows } = await this.database.query<{ total: number }>(text, values.all, nameOf(text));
      return rows[0]?.total ?? 0;
    });
  }

  /** One pass over the products of the category or search; attributes are counted only where one of them narrows. */
  private async counted(filter: ProductFilter): Promise<CountsRow> {
    const values = new StatementValues();
    const from = source(values, filter);
    const within = filter.categoryIds ? ` and ${inCategories(values, filter.categoryIds)}` : '';
    const branchIds = filter.stockedAt ?? (await this.branches.all()).map(({ id }) => id);
    const withAttributes = filter.search !== null || filter.categoryIds !== null || filter.attributes !== null;
    const stocked = filter.search || filter.categoryIds ? stockedAt : stockedAtOnce;
    const wantedStock = filter.stockedAt ? 'stocked' : 'true';
    const text = `with scoped as materialized (
         select p.brand, ${withAttributes ? 'p.attributes' : 'null::jsonb as attributes'},
           ${filter.brands ? ofBrands(values, filter.brands) : 'true'} as of_brand,
           ${filter.attributes ? failedAttributes(values, filter.attributes) : `'{}'::text[]`} as failed,
           ${stocked(values, branchIds)} as stocked
         from ${from}${within}
       ), brands as (
         select brand as value, count(*)::int as count from scoped
         where brand is not null and failed = '{}' and ${wantedStock}
         group by brand order by count(*) desc, brand limit 100
       ), attributes as (
         select a.key as name, a.value, count(*)::int as count,
                row_number() over (partition by a.key order by count(*) desc, a.value) as place
         from scoped cross join lateral jsonb_each_text(attributes) a
         where of_brand and ${wantedStock} and (failed = '{}' or failed = array[a.key])
         group by a.key, a.value
       )
       select (count(*) filter (where of_brand and failed = '{}' and ${wantedStock}))::int as total,
         (count(*) filter (where of_brand and failed = '{}' and stocked))::int as in_stock,
         (count(*) filter (where of_brand and failed = '{}' and not stocked))::int as out_of_stock,
         (select json_agg(json_build_object('value', value, 'count', count)) from brands) as brands,
         (select json_agg(json_build_object('name', name, 'value', value, 'count', count)) from attributes
          where place <= ${mostValues}) as attributes
       from scoped`;
    const { rows } = await this.database.query<CountsRow>(text, values.all, nameOf(text));
    return rows[0] ?? { total: 0, in_stock: 0, out_of_stock: 0, brands: null, attributes: null };
  }

  private async categories(filter: ProductFilter): Promise<Facets['category']> {
    const narrows = filter.search ?? filter.brands ?? filter.attributes ?? filter.stockedAt;
    const counts = narrows ? await this.perCategory(filter) : await this.tree.activeCounts();
    const tree = await this.tree.categories();
    return tree.all.flatMap(({ id, slug, name }) => {
      const count = counts.get(id);
      return count ? [{ slug, name, count }] : [];
    });
  }

  private async perCategory(filter: ProductFilter): Promise<ReadonlyMap<string, number>> {
    const values = new StatementValues();
    const text = `select p.category_id, count(*)::int as count
      from ${source(values, filter)}${narrowed(values, filter, filter.search ? stockedAt : stockedAtOnce)} group by p.category_id`;
    const { rows } = await this.database.query<{ category_id: string; count: number }>(text, values.all, nameOf(text));
    return this.tree.withParents(rows);
  }
}

/** Attributes that most products have come first; those with a single value tell nothing apart but stay. */
function grouped(rows: readonly { name: string; value: string; count: number }[]): Facets['attributes'] {
  const byName = new Map<string, { value: string; count: number }[]>();
  for (const { name, value, count } of rows) byName.set(name, [...(byName.get(name) ?? []), { value, count }]);
  const covered = (values: readonly { count: number }[]) => values.reduce((sum, { count }) => sum + count, 0);
  return [...byName]
    .map(([name, values]) => ({ name, values: values.sort((a, b) => b.count - a.count) }))
    .sort((a, b) => covered(b.values) - covered(a.values) || (a.name < b.name ? -1 : 1))
    .slice(0, mostAttributes);
}
