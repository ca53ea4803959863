import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { Decimal, Flag, StateCode, Text, WhenGiven } from '../../shared/http/fields.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import type { PricedGoods } from '../application/browse-catalogue.js';
import type { Goods, GoodsDetail, StockedGoods } from '../application/catalogue-ports.js';
import type { LineError } from '../application/explain-prices.js';
import type { Offer } from '../application/pricing.js';
import { type PriceStatus, priceStatusOf, PriceView, QuotedPriceView, toPrice, toQuotedPrice } from './price.dto.js';

const sorts = ['relevance', 'name', '-name', 'price', '-price', 'sku', '-sku', 'newest'] as const;

/** What a buyer looks for; attributes come as `attr.<name>=<value>` besides. */
export class CatalogueParams extends PageQuery {
  @WhenGiven()
  @Text(0, 200)
  search?: string;

  /** A category's slug; what is below it counts as well. */
  @WhenGiven()
  @Text(1, 200)
  category?: string;

  /** May be repeated. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(/^[^\0\p{Cs}]{1,200}$/u, { each: true })
  brand?: string[];

  @WhenGiven()
  @Flag()
  @IsBoolean()
  inStock?: boolean;

  @WhenGiven()
  @Decimal(4, 10)
  priceMin?: string;

  @WhenGiven()
  @Decimal(4, 10)
  priceMax?: string;

  @IsIn(sorts)
  sort: (typeof sorts)[number] = 'relevance';

  /** Where it is to be delivered, when that is not the company's own state. */
  @WhenGiven()
  @StateCode()
  stateCode?: string;
}

/** In which state prices are looked at. */
export class DeliveryQuery {
  @WhenGiven()
  @StateCode()
  stateCode?: string;
}

/** A unit and quantity to price; the product's first unit and its minimum unless said. */
export class PriceQuery extends DeliveryQuery {
  @WhenGiven()
  @Text(1, 30)
  unit?: string;

  @WhenGiven()
  @Decimal(12, 10)
  quantity?: string;
}

/** One line to price. */
export class PriceLineBody {
  @IsUUID()
  productId!: string;

  @WhenGiven()
  @Text(1, 30)
  unit?: string;

  @Decimal(12, 10)
  quantity!: string;
}

/** Lines to price in one call. */
export class PriceLinesBody extends DeliveryQuery {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => PriceLineBody)
  lines!: PriceLineBody[];
}

export class CategoryRef {
  id!: string;
  slug!: string;
  name!: string;
}

export class UnitView {
  code!: string;
  name!: string;
  factor!: string;
  step!: string;
  minimum!: string;
}

export class BranchAvailabilityView {
  code!: string;
  name!: string;
  available!: string;
}

/** What can be handed out, in base units. */
export class AvailabilityView {
  status!: 'in_stock' | 'low' | 'out' | 'backorder';
  available!: string;
  branches!: BranchAvailabilityView[];
}

/** A product as a buyer sees it; `priceStatus` says why there may be no price. */
export class CatalogueProductView {
  id!: string;
  sku!: string;
  slug!: string;
  name!: string;
  brand!: string | null;
  category!: CategoryRef;
  baseUnit!: string;
  imageUrl!: string | null;
  thumbnailUrl!: string | null;
  drawing!: string | null;
  attributes!: Record<string, string>;
  backorder!: boolean;
  restockDate!: string | null;
  units!: UnitView[];
  price!: PriceView | null;
  priceStatus!: PriceStatus;
  availability!: AvailabilityView;
}

export class ImageView {
  url!: string;
  thumbnailUrl!: string | null;
}

export class PathStepView {
  slug!: string;
  name!: string;
}

/** Everything a product page shows. */
export class CatalogueDetailView extends CatalogueProductView {
  description!: string;
  gtin!: string | null;
  images!: ImageView[];
  categoryPath!: PathStepView[];
}

export class CategoryFacetView {
  slug!: string;
  name!: string;
  count!: number;
}

export class ValueFacetView {
  value!: string;
  count!: number;
}

export class AttributeFacetView {
  name!: string;
  values!: ValueFacetView[];
}

export class AvailabilityFacetView {
  inStock!: number;
  outOfStock!: number;
}

/** How many products each further choice would leave. */
export class CatalogueFacetsView {
  category!: CategoryFacetView[];
  brand!: ValueFacetView[];
  attributes!: AttributeFacetView[];
  availability!: AvailabilityFacetView;
  correctedSearch?: string;
}

/** What is wrong with one line. */
export class LineErrorView {
  code!: string;
  message!: string;
}

/** A priced line; `price` is null where it is not offered, not shown, or wrong. */
export class PricedLineView {
  productId!: string;
  price!: QuotedPriceView | null;
  priceStatus!: PriceStatus;
  error!: LineErrorView | null;
}

/** A product's price for one unit and quantity. */
export class ProductPriceView {
  price!: QuotedPriceView | null;
  priceStatus!: PriceStatus;
}

const toGoods = (goods: Goods) => ({
  id: goods.id,
  sku: goods.sku,
  slug: goods.slug,
  name: goods.name,
  brand: goods.brand,
  category: { id: goods.category.id, slug: goods.category.slug, name: goods.category.name },
  baseUnit: goods.baseUnit,
  imageUrl: goods.imageUrl,
  thumbnailUrl: goods.thumbnailUrl,
  drawing: goods.drawing,
  attributes: { ...goods.attributes },
  backorder: goods.backorder,
  restockDate: goods.restockDate,
  units: goods.units.map(({ code, name, factor, step, minimum }) => ({
    code,
    name,
    factor: factor.toString(),
    step: step.toString(),
    minimum: minimum.toString(),
  })),
});

export const toProduct = ({ goods, offer }: PricedGoods<StockedGoods>): CatalogueProductView => ({
  ...toGoods(goods),
  price: toPrice(offer),
  priceStatus: priceStatusOf(offer),
  availability: {
    status: goods.availability.status,
    available: goods.availability.available.toString(),
    branches: goods.availability.branches.map(({ code, name, available }) => ({
      code,
      name,
      available: available.toString(),
    })),
  },
});

export const toDetail = (priced: PricedGoods<GoodsDetail>): CatalogueDetailView => ({
  ...toProduct(priced),
  description: priced.goods.description,
  gtin: priced.goods.gtin,
  images: priced.goods.images.map(({ url, thumbnailUrl }) => ({ url, thumbnailUrl })),
  categoryPath: priced.goods.categoryPath.map(({ slug, name }) => ({ slug, name })),
});

export const toProductPrice = (offer: Offer | null): ProductPriceView => ({
  price: toQuotedPrice(offer),
  priceStatus: priceStatusOf(offer),
});

export const toPricedLine = (
  productId: string,
  { offer, error }: { offer: Offer | null; error: LineError | null },
  messageOf: (error: LineError) => string,
): PricedLineView => ({
  productId,
  ...toProductPrice(offer),
  error: error && { code: error.code, message: messageOf(error) },
});
