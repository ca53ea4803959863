import type { PriceScope } from '../domain/price-resolver.js';

/** A table as a column of the grid. */
export interface ColumnTable {
  readonly id: string;
  readonly name: string;
  readonly scope: PriceScope;
  readonly stateCode: string | null;
  readonly companyId: string | null;
  readonly priority: number;
  readonly version: number;
}

/** What a table says of a product, or what a revision would make of it. */
export interface GridEntry {
  readonly tableId: string;
  readonly productId: string;
  readonly unit: string;
  readonly minQuantity: string;
  /** Null where a revision removes the price. */
  readonly unitPrice: string | null;
  /** Null: live. */
  readonly revisionId: string | null;
  readonly action: 'set' | 'remove';
}

/** The cells of the price grid; later starts come later. */
export abstract class GridCells {
  /** Named tables, else the national and the states' ones; and those of the companies. */
  abstract columns(tableIds: readonly string[] | null, companyIds: readonly string[]): Promise<ColumnTable[]>;
  abstract entries(
    tableIds: readonly string[],
    productIds: readonly string[],
    revisionIds: readonly string[],
    at: Date,
  ): Promise<GridEntry[]>;
  abstract changedProducts(revisionIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** A word that changes when the prices live in the tables do, or the revisions. */
  abstract standing(tableIds: readonly string[], revisionIds: readonly string[], at: Date): Promise<string>;
  /** Those with a price in any of the tables. */
  abstract pricedProducts(tableIds: readonly string[], at: Date): Promise<ReadonlySet<string>>;
}
