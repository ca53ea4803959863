import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Text, WhenGiven } from '../../shared/http/fields.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import { type ProductStatus, productStatuses } from '../domain/product-status.js';
import { unitDrafts } from '../domain/selling-unit.js';
import type { BackProduct } from '../infrastructure/reads/product-back-list.js';
import { AvailabilityView, toAvailabilityView } from './availability.dto.js';
import { Attributes } from './attributes.js';

const sorts = ['name', '-name', 'sku', '-sku', 'newest'] as const;

/** Which products staff want; without a status those that are not archived. */
export class ProductListQuery extends PageQuery {
  @WhenGiven()
  @Text(0, 100)
  search?: string;

  /** A category's slug; its descendants count as well. */
  @WhenGiven()
  @Text(1, 80)
  category?: string;

  @WhenGiven()
  @IsIn([...productStatuses, 'all'])
  status?: ProductStatus | 'all';

  @IsIn(sorts)
  sort: (typeof sorts)[number] = 'name';
}

/** A unit a product is sold in; amounts are decimal text. */
export class UnitBody {
  @Text(1, 20)
  code!: string;

  @Text(1, 60)
  name!: string;

  @IsString()
  @MaxLength(16)
  factor!: string;

  @IsString()
  @MaxLength(16)
  step!: string;

  @IsString()
  @MaxLength(16)
  minimum!: string;
}

/** What may be said of a product besides what it must have. */
export class ProductDetails {
  @WhenGiven()
  @Text(0, 10_000)
  description?: string;

  @IsOptional()
  @Text(1, 80)
  brand?: string | null;

  @WhenGiven()
  @IsIn(productStatuses)
  status?: ProductStatus;

  @IsOptional()
  @Text(8, 14)
  gtin?: string | null;

  @WhenGiven()
  @Attributes()
  attributes?: Record<string, string>;

  @IsOptional()
  @Text(1, 40)
  drawing?: string | null;

  @WhenGiven()
  @IsBoolean()
  backorder?: boolean;

  /** A calendar day, like 2026-12-01. */
  @IsOptional()
  @Text(10, 10)
  @IsISO8601({ strict: true })
  restockDate?: string | null;
}

/** A product that is new here; active unless it says otherwise. */
export class NewProduct extends ProductDetails {
  @Text(1, 60)
  sku!: string;

  @Text(1, 200)
  name!: string;

  @IsUUID()
  categoryId!: string;

  @Text(1, 20)
  baseUnit!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => UnitBody)
  units!: UnitBody[];
}

/** What to change; `version` is the one the change was made on, without it the current one is changed. */
export class ProductPatch extends ProductDetails {
  @WhenGiven()
  @Text(1, 60)
  sku?: string;

  @WhenGiven()
  @Text(1, 200)
  name?: string;

  @WhenGiven()
  @IsUUID()
  categoryId?: string;

  @WhenGiven()
  @Text(1, 20)
  baseUnit?: string;

  @WhenGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => UnitBody)
  units?: UnitBody[];

  @WhenGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

/** A category as products name it. */
export class ProductCategoryView {
  id!: string;
  slug!: string;
  name!: string;
}

/** A unit a product is sold in; amounts are decimal text. */
export class UnitView {
  code!: string;
  name!: string;
  factor!: string;
  step!: string;
  minimum!: string;
}

/** A picture; its thumbnails follow a moment after it was added. */
export class ProductImageView {
  id!: string;
  url!: string;
  thumbnailUrl!: string | null;
  smallUrl!: string | null;
}

/** A product as staff see it; `drawing` is its own or its category's, `ownDrawing` only its own. */
export class BackProductView {
  id!: string;
  sku!: string;
  slug!: string;
  name!: string;
  description!: string;
  brand!: string | null;
  category!: ProductCategoryView;
  baseUnit!: string;
  units!: UnitView[];
  status!: ProductStatus;
  gtin!: string | null;
  attributes!: Record<string, string>;
  drawing!: string | null;
  ownDrawing!: string | null;
  backorder!: boolean;
  restockDate!: string | null;
  imageUrl!: string | null;
  thumbnailUrl!: string | null;
  images!: ProductImageView[];
  availability!: AvailabilityView;
  version!: number;
  createdAt!: string;
  updatedAt!: string;
}

export const toBackProductView = (product: BackProduct): BackProductView => ({
  ...product,
  units: unitDrafts(product.units),
  attributes: { ...product.attributes },
  images: product.images.map(({ id, key, thumbnails }) => ({
    id,
    url: `/media/${key}`,
    thumbnailUrl: thumbnails?.['480'] ? `/media/${thumbnails['480']}` : null,
    smallUrl: thumbnails?.['96'] ? `/media/${thumbnails['96']}` : null,
  })),
  availability: toAvailabilityView(product.availability),
  createdAt: product.createdAt.toISOString(),
  updatedAt: product.updatedAt.toISOString(),
});
