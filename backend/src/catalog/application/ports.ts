import type { Quantity } from '../../shared/quantity.js';
import type { Result } from '../../shared/result.js';
import type { ReservedLine, ServingBranch, StockedGoods, WantedLine } from '../domain/allocation.js';
import type { Availability } from '../domain/availability.js';
import type {
  ProductCard,
  ProductDetail,
  ProductMatch,
  ProductPage,
  ProductQuery,
  StockedProduct,
} from './product-card.js';

/** Reads products that are already named; one statement however many there are. */
export abstract class ProductCards {
  abstract withIds(ids: readonly string[]): Promise<ProductCard[]>;
  /** With availability, in the order asked; unknown ids are left out. */
  abstract stocked(ids: readonly string[]): Promise<StockedProduct[]>;
  abstract idsBySku(skus: readonly string[]): Promise<ReadonlyMap<string, string>>;
  abstract availabilityOf(ids: readonly string[]): Promise<ReadonlyMap<string, Availability>>;
  /** An active product by id, SKU or slug. */
  abstract detail(key: string): Promise<ProductDetail | null>;
}

/** Reads active products by what they are like. */
export abstract class ProductLists {
  abstract page(query: ProductQuery): Promise<ProductPage>;
  abstract matches(query: ProductQuery): Promise<ProductMatch[]>;
}

/** A category with how many active products it and its descendants hold. */
export interface CountedCategory {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly drawing: string | null;
  readonly productCount: number;
  readonly children: readonly CountedCategory[];
}

/** The tenant's categories; up to 10 seconds old. */
export abstract class CategoryTree {
  /** Category id → itself, its parent, and so on to the root. */
  abstract ancestors(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The roots, in the tenant's order. */
  abstract counted(): Promise<CountedCategory[]>;
  /** Makes this process see a change at once. */
  abstract forget(): void;
}

/** So much of a document's line leaves the branch, in base units. */
export interface DispatchLine {
  readonly lineNo: number;
  readonly quantity: Quantity;
}

export type NotReserved = { readonly code: 'stock.not_reserved'; readonly lineNo: number };

/** Stock levels with their reservations and movements; set-wise, and always locked in the same order. */
export abstract class StockLedger {
  /** Holds the levels of these products until the transaction ends; answers them as they are then. */
  abstract lock(
    productIds: readonly string[],
  ): Promise<{ goods: ReadonlyMap<string, StockedGoods>; branches: readonly ServingBranch[] }>;
  abstract reserve(documentId: string, lines: readonly WantedLine[], reserved: readonly ReservedLine[]): Promise<void>;
  abstract release(documentId: string, reason: string): Promise<void>;
  abstract dispatch(
    documentId: string,
    branchId: string,
    lines: readonly DispatchLine[],
  ): Promise<Result<void, NotReserved>>;
}
