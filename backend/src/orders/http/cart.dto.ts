import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { DecimalText, OptionalText, Text, Version } from '../../shared/http/fields.js';
import type { FilledCart } from '../application/add-many-to-cart.js';
import type { QuotedCart, QuotedLine } from '../domain/quoted-cart.js';
import type { TradeCodeProblem } from '../domain/trade-code.js';
import { messageOf } from './failures.js';

/** Goods to put in the cart, by product id or by SKU. */
export class NewCartLine {
  @ValidateIf(({ sku }: NewCartLine) => sku === undefined)
  @IsUUID()
  productId?: string;

  @ValidateIf(({ productId }: NewCartLine) => productId === undefined)
  @Text(1, 60)
  sku?: string;

  /** The base unit when left out. */
  @IsOptional()
  @Text(1, 30)
  unit?: string;

  @DecimalText()
  quantity!: string;

  @OptionalText(500)
  note?: string | null;
}

/** One line to add; with a version it is refused when the cart changed meanwhile. */
export class AddLine extends NewCartLine {
  @Version()
  version?: number;
}

/** Many lines to add at once. */
export class AddLines {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => NewCartLine)
  lines!: NewCartLine[];

  @Version()
  version?: number;
}

/** What to change about a line. */
export class ChangeLine {
  @IsOptional()
  @DecimalText()
  quantity?: string;

  @IsOptional()
  @Text(1, 30)
  unit?: string;

  @OptionalText(500)
  note?: string | null;

  @Version()
  version?: number;
}

/** For whom and where the cart is quoted; null takes a choice back. */
export class ChangeCart {
  @IsOptional()
  @IsUUID()
  jobSiteId?: string | null;

  @OptionalText(40)
  tradeCode?: string | null;

  @Version()
  version?: number;
}

/** Agreement to today's prices. */
export class AcceptPricesRequest {
  @Version()
  version?: number;
}

/** The version the caller saw, where there is no body to carry it. */
export class VersionQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  version?: number;
}

/** A unit a product is sold in. */
export class CartUnitView {
  code!: string;
  name!: string;
  factor!: string;
  step!: string;
  minimum!: string;
}

/** A quantity from which on the price is another. */
export class CartTierView {
  minimum!: string;
  unitPrice!: string;
}

/** What one branch can hand out, in base units. */
export class CartBranchView {
  code!: string;
  name!: string;
  available!: string;
}

/** What can be promised today, in base units. */
export class CartAvailabilityView {
  status!: 'in_stock' | 'low' | 'out' | 'backorder';
  available!: string;
  unit!: string;
  restockDate!: string | null;
  branches!: CartBranchView[];
}

/** Where a price comes from, in parts that screens put into words. */
export class CartPriceBadgeView {
  code!: 'contract' | 'state' | 'list' | 'on_request';
  stateCode!: string | null;
  tierMinimum!: string | null;
  tierUnit!: string | null;
  discountPercent!: string | null;
}

/** A line at today's price; prices are null while it is not offered, the product's facts when it is gone. */
export class CartLineView {
  id!: string;
  productId!: string;
  sku!: string | null;
  name!: string | null;
  thumbnailUrl!: string | null;
  drawing!: string | null;
  unit!: string;
  unitName!: string;
  units!: CartUnitView[];
  quantity!: string;
  note!: string | null;
  unitPrice!: string | null;
  listPrice!: string | null;
  source!: string | null;
  sourceLabel!: string | null;
  badge!: CartPriceBadgeView | null;
  lineTotal!: string | null;
  tiers!: CartTierView[];
  availability!: CartAvailabilityView | null;
  /** The price last agreed to, only while it is not today's. */
  priceChangedFrom?: string;
}

/** Something that keeps the cart from becoming an order, or should be looked at before. */
export class CartProblemView {
  code!:
    | 'price_changed'
    | 'not_offered'
    | 'stock_short'
    | 'quantity_off_step'
    | 'below_minimum'
    | 'job_site_not_found'
    | 'company_blocked';
  lineId?: string;
  /** Why it is not offered: `no_price`, `not_sold`, `unit_not_sold`. */
  reason?: string;
  from?: string;
  to?: string;
  available?: string;
  requested?: string;
  unit?: string;
  step?: string;
  minimum?: string;
  below?: string | null;
  above?: string;
}

/** Why the cart's trade code does not count; it stays in the cart and lowers no price. */
export class CartTradeCodeProblemView {
  code!: 'trade_code.not_valid' | 'trade_code.used_up' | 'trade_code.used_up_by_company' | 'trade_code.minimum_order';
  message!: string;
  /** `limit` of a code that is used up; `minimum`, `subtotal` and `missing` below the minimum order. */
  details?: object;
}

/** Everything about a cart but its lines. */
export class CartHeadView {
  id!: string;
  version!: number;
  currency!: string;
  subtotal!: string;
  tax!: string;
  total!: string;
  jobSiteId!: string | null;
  tradeCode!: string | null;
  tradeCodeProblem!: CartTradeCodeProblemView | null;
  /** What the trade code takes off all lines together. */
  tradeCodeDiscount!: string;
  /** The state whose prices these are. */
  stateCode!: string;
  /** A decimal fraction. */
  taxRate!: string;
  problems!: CartProblemView[];
}

/** The cart as every cart route answers it. */
export class CartView extends CartHeadView {
  lines!: CartLineView[];
}

/** Why a line stayed out. */
export class RefusalView {
  code!: string;
  message!: string;
  details?: object;
}

/** A line of the request that stayed out; `index` counts from zero. */
export class RefusedLineView {
  index!: number;
  error!: RefusalView;
}

/** The cart after many lines were added, with those that stayed out. */
export class FilledCartView extends CartView {
  refused!: RefusedLineView[];
}

export const toCartView = (quoted: QuotedCart): CartView => ({
  id: quoted.cart.id,
  version: quoted.cart.version,
  currency: quoted.customer.currency,
  lines: quoted.lines.map(toLineView),
  subtotal: quoted.subtotal.toString(),
  tax: quoted.tax.toString(),
  total: quoted.total.toString(),
  jobSiteId: quoted.cart.jobSiteId,
  tradeCode: quoted.cart.tradeCode,
  tradeCodeProblem: toTradeCodeProblem(quoted.tradeCodeProblem),
  tradeCodeDiscount: quoted.tradeCodeDiscount.toString(),
  stateCode: quoted.stateCode,
  taxRate: quoted.taxRate,
  problems: quoted.problems,
});

function toTradeCodeProblem(problem: TradeCodeProblem | null): CartTradeCodeProblemView | null {
  if (!problem) return null;
  const { code, ...details } = problem;
  return { code, message: messageOf(code), ...(Object.keys(details).length > 0 && { details }) };
}

export const toFilledCartView = ({ quoted, refused }: FilledCart): FilledCartView => ({
  ...toCartView(quoted),
  refused: refused.map(({ index, error: { code, ...facts } }) => ({
    index,
    error: { code, message: messageOf(code), ...(Object.keys(facts).length > 0 && { details: facts }) },
  })),
});

/** A line of the cart at today's price. */
export const toLineView = (line: QuotedLine): CartLineView => ({
  id: line.id,
  productId: line.productId,
  sku: line.goods?.sku ?? null,
  name: line.goods?.name ?? null,
  thumbnailUrl: line.goods?.thumbnailUrl ?? null,
  drawing: line.goods?.drawing ?? null,
  unit: line.unit,
  unitName: line.sellingUnit?.name ?? line.unit,
  units: (line.goods?.units ?? []).map(({ code, name, factor, step, minimum }) => ({
    code,
    name,
    factor: factor.toString(),
    step: step.toString(),
    minimum: minimum.toString(),
  })),
  quantity: line.quantity.toString(),
  note: line.note,
  unitPrice: line.price?.unitPrice.toString() ?? null,
  listPrice: line.price?.listPrice?.toString() ?? null,
  source: line.price?.source ?? null,
  sourceLabel: line.price?.sourceLabel ?? null,
  badge: (line.price?.badge as CartPriceBadgeView | undefined) ?? null,
  lineTotal: line.price?.lineTotal.toString() ?? null,
  tiers: (line.price?.tiers ?? []).map(({ minimum, unitPrice }) => ({
    minimum: minimum.toString(),
    unitPrice: unitPrice.toString(),
  })),
  availability: toAvailabilityView(line),
  ...(line.priceChangedFrom && { priceChangedFrom: line.priceChangedFrom.toString() }),
});

const toAvailabilityView = ({ goods }: QuotedLine): CartAvailabilityView | null =>
  goods && {
    status: goods.availability.status,
    available: goods.availability.available.toString(),
    unit: goods.baseUnit,
    restockDate: goods.restockDate,
    branches: goods.availability.branches.map(({ code, name, available }) => ({
      code,
      name,
      available: available.toString(),
    })),
  };
