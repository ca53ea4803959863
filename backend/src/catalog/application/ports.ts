import type { Quantity } from '../../shared/quantity.js';
import type { Result } from '../../shared/result.js';
import type { ReservedLine, ServingBranch, StockedGoods, WantedLine } from '../domain/allocation.js';
import type { Branch } from '../domain/branch.js';
import type { Category } from '../domain/category.js';
import type { ImageType, Upload } from '../domain/image-upload.js';
import type { Product } from '../domain/product.js';
import type { Availability } from '../domain/availability.js';
import type {
  GroupedProductPage,
  GroupOfMatches,
  NamedCategory,
  PlainProductPage,
  ProductCard,
  ProductDetail,
  ProductMatch,
  ProductMeasure,
  ProductPage,
  ProductQuery,
  SoldIn,
  StockedProduct,
} from './product-card.js';

/** Reads products that are already named; one statement however many there are. */
export abstract class ProductCards {
  abstract withIds(ids: readonly string[]): Promise<ProductCard[]>;
  /** With availability, in the order asked; unknown ids are left out. */
  abstract stocked(ids: readonly string[]): Promise<StockedProduct[]>;
  abstract withSkus(skus: readonly string[]): Promise<ProductCard[]>;
  abstract idsBySku(skus: readonly string[]): Promise<ReadonlyMap<string, string>>;
  abstract unitsBySku(skus: readonly string[]): Promise<ReadonlyMap<string, SoldIn>>;
  abstract measures(ids: readonly string[]): Promise<ProductMeasure[]>;
  abstract availabilityOf(ids: readonly string[]): Promise<ReadonlyMap<string, Availability>>;
  /** An active product by id, SKU or slug. */
  abstract detail(key: string): Promise<ProductDetail | null>;
}

/** Reads active products by what they are like. */
export abstract class ProductLists {
  abstract page(query: ProductQuery): Promise<ProductPage>;
  abstract plainPage(query: ProductQuery): Promise<PlainProductPage>;
  abstract matches(query: ProductQuery): Promise<ProductMatch[]>;
}

/** Reads active products category by category, in the order of the tree and then of names, whatever sort is asked. */
export abstract class GroupedProducts {
  abstract page(query: ProductQuery): Promise<GroupedProductPage>;
  /** Every match, whatever the page. */
  abstract matches(query: ProductQuery): Promise<GroupOfMatches[]>;
}

/** How many active products are low or out, and those that are emptiest beside what should be there. */
export interface Shortages {
  readonly count: number;
  /** Those of them of which no branch can hand out anything. */
  readonly out: number;
  readonly worst: readonly {
    readonly id: string;
    readonly sku: string;
    readonly name: string;
    readonly baseUnit: string;
    readonly available: Quantity;
  }[];
}

/** Watches what runs short; answers may be up to 30 seconds old. */
export abstract class ShortageReads {
  abstract now(): Promise<Shortages>;
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
  /** All, parents before their children, siblings in the tenant's order. */
  abstract named(): Promise<NamedCategory[]>;
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

/** Products as aggregates; what search compares is written with them. */
export abstract class Products {
  abstract find(id: string): Promise<Product | null>;
  /** Those of the slugs that belong to some product already. */
  abstract takenSlugs(slugs: readonly string[]): Promise<ReadonlySet<string>>;
  /** False when another product has the SKU; then the transaction must not go on. */
  abstract add(product: Product): Promise<boolean>;
  /** Likewise; throws StaleWrite when somebody changed the product since it was read. */
  abstract save(product: Product): Promise<boolean>;
}

export type CategoryClash = 'code' | 'slug';

/** The tenant's categories, for changing them. */
export abstract class Categories {
  abstract find(id: string): Promise<Category | null>;
  /** Category id → parent id, held until the transaction ends so that no two moves make a circle together. */
  abstract holdParents(): Promise<ReadonlyMap<string, string | null>>;
  /** What another category has already, or null when it was written. */
  abstract add(category: Category): Promise<CategoryClash | null>;
  /** Likewise; throws StaleWrite when somebody changed the category since it was read. */
  abstract save(category: Category): Promise<CategoryClash | null>;
  /** How much would be left without a place. */
  abstract contents(id: string): Promise<{ products: number; children: number }>;
  abstract remove(id: string): Promise<void>;
}

/** A branch as documents name it. */
export type ActiveBranch = Pick<Branch, 'id' | 'code' | 'name'>;

/** The places that hold stock, for changing them. */
export abstract class Branches {
  /** Those that hand out goods, in the tenant's order; up to 10 seconds old. */
  abstract active(): Promise<readonly ActiveBranch[]>;
  abstract find(id: string): Promise<Branch | null>;
  /** False when another branch has the code. */
  abstract add(branch: Branch): Promise<boolean>;
  /** Likewise; throws StaleWrite when somebody changed the branch since it was read. */
  abstract save(branch: Branch): Promise<boolean>;
  /** False while stock levels, movements or reservations name it. */
  abstract remove(id: string): Promise<boolean>;
  /** Makes this process see a change at once. */
  abstract forget(): void;
}

/** A level somebody counted; amounts are decimal text, and without `safety` it stays as it is. */
export interface CountedLevel {
  readonly sku: string;
  readonly branch: string;
  readonly onHand: string;
  readonly safety?: string;
  readonly reason: string;
}

/** What a counted level is about. */
export interface CountedPlace {
  readonly productId: string;
  readonly branchId: string;
  readonly onHand: string;
  readonly safety: string | null;
  readonly reason: string;
}

/** Writes counted levels and their movements. */
export abstract class StockCounts {
  /** Ids of the SKUs and branch codes that exist. */
  abstract resolve(
    skus: readonly string[],
    branches: readonly string[],
  ): Promise<{ products: ReadonlyMap<string, string>; branches: ReadonlyMap<string, string> }>;
  abstract write(places: readonly CountedPlace[]): Promise<void>;
}

/** Places that were handed out for files. */
export abstract class Uploads {
  abstract add(upload: Upload, actorId: string): Promise<void>;
  abstract find(key: string): Promise<Upload | null>;
  /** False when somebody else claimed it first. */
  abstract claim(key: string): Promise<boolean>;
  abstract reopen(key: string): Promise<void>;
  abstract forget(key: string): Promise<void>;
  /** Keys of places that expired before then, confirmed or not; at most so many. */
  abstract expired(before: Date, most: number): Promise<readonly string[]>;
}

/** A picture of a product, in the object storage under `key`. */
export interface ProductImage {
  readonly id: string;
  readonly productId: string;
  readonly key: string;
  readonly contentType: ImageType;
  readonly size: number;
  readonly thumbnails: Readonly<Record<string, string>> | null;
}

/** The pictures of products, in their order; a product's first one stands for it in lists. */
export abstract class ProductImages {
  /** Null when there is no such product. */
  abstract of(productId: string): Promise<ProductImage[] | null>;
  abstract find(id: string): Promise<ProductImage | null>;
  abstract add(image: ProductImage): Promise<void>;
  abstract remove(image: ProductImage): Promise<void>;
  abstract reorder(productId: string, ids: readonly string[]): Promise<void>;
  abstract keepThumbnails(image: ProductImage, thumbnails: Readonly<Record<string, string>>): Promise<void>;
}

/** Looks into pictures. */
export abstract class Pictures {
  /** The media type that the first bytes speak of; null when they speak of none. */
  abstract typeOf(bytes: Buffer): Promise<string | null>;
  /** WebP pictures of these widths, never enlarged; null when the picture is broken or absurdly large. */
  abstract thumbnails(bytes: Buffer, widths: readonly number[]): Promise<ReadonlyMap<number, Buffer> | null>;
}
