import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { Flag, Instant, List, Repeated, Text, WhenGiven } from '../../shared/http/fields.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import type { ColumnTable } from '../application/grid-ports.js';
import type { GridRow } from '../application/show-price-grid.js';
import type { Light } from '../domain/margin.js';
import type { PriceScope } from '../domain/price-resolver.js';

/** Which part of the grid is wanted; ids may be repeated or separated by commas. */
export class GridParams extends PageQuery {
  @WhenGiven()
  @Text(0, 200)
  search?: string;

  @WhenGiven()
  @Text(1, 200)
  category?: string;

  /** Any of these. */
  @IsOptional()
  @Repeated()
  @IsArray()
  @ArrayMaxSize(60)
  @IsString({ each: true })
  brand?: string[];

  /** Tables as columns; the national ones and those of all states unless said. */
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(60)
  @IsUUID(undefined, { each: true })
  tables?: string[];

  /** Companies whose tables are columns besides. */
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(60)
  @IsUUID(undefined, { each: true })
  companies?: string[];

  /** Drafts whose pending changes are shown in their cells. */
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(60)
  @IsUUID(undefined, { each: true })
  changed?: string[];

  /** The same as `only=changed`. */
  @WhenGiven()
  @Flag()
  @IsBoolean()
  changedOnly?: boolean;

  /** Only products with a price of their own in a state's or company's column, or those that `changed` changes. */
  @WhenGiven()
  @IsIn(['override', 'changed'])
  only?: 'override' | 'changed';

  @WhenGiven()
  @Instant()
  at?: Date;

  /** By name, unless category by category in the order of the tree; then `meta.facets` counts each. */
  @WhenGiven()
  @IsIn(['name', 'category'])
  sort?: 'name' | 'category';
}

/** A column: one price table. */
export class GridColumnView {
  tableId!: string;
  name!: string;
  scope!: PriceScope;
  stateCode!: string | null;
  companyId!: string | null;
}

/** The rows of one category, one after the other: how many there are, and how many products the category has. */
export class GridGroupView {
  slug!: string;
  name!: string;
  count!: number;
  all!: number;
}

/** What travels beside the rows in `meta.facets`. */
export class GridFacetsView {
  currency!: string;
  columns!: GridColumnView[];
  /** Of all pages, in their order; empty where the grid goes by name. */
  groups!: GridGroupView[];
}

export class InheritedView {
  tableId!: string;
  unitPrice!: string;
}

export class PendingView {
  revisionId!: string;
  action!: 'set' | 'remove';
  unitPrice!: string | null;
  minQuantity!: string;
}

/**
 * A table's price of a product: its own from `minQuantity` on, else what it inherits; `pending` is a draft's change.
 * `light` says how the price that holds with the drafts stands to its margin floor, to everybody.
 */
export class GridCellView {
  tableId!: string;
  unitPrice!: string | null;
  minQuantity!: string | null;
  furtherTiers!: number;
  inherited!: InheritedView | null;
  pending!: PendingView | null;
  light!: Light;
}

export class GridCategoryView {
  slug!: string;
  name!: string;
}

/** A product with a cell per column, all in `unit`; `cost` of that unit is null for who may not see costs. */
export class GridRowView {
  productId!: string;
  sku!: string;
  name!: string;
  category!: GridCategoryView;
  unit!: string;
  unitName!: string;
  cost!: string | null;
  cells!: GridCellView[];
}

export const toColumn = ({ id, name, scope, stateCode, companyId }: ColumnTable): GridColumnView => ({
  tableId: id,
  name,
  scope,
  stateCode,
  companyId,
});

export const toRow = ({ goods, unit, cost, cells }: GridRow, seesCosts: boolean): GridRowView => ({
  productId: goods.id,
  sku: goods.sku,
  name: goods.name,
  category: { slug: goods.category.slug, name: goods.category.name },
  unit,
  unitName: goods.units.find(({ code }) => code === unit)?.name ?? unit,
  cost: seesCosts && cost ? cost.rounded.toString() : null,
  cells: cells.map((cell) => ({ ...cell })),
});
