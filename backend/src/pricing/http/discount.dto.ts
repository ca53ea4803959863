import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Instant, Text, WhenGiven } from '../../shared/http/fields.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import type { TradeCodeUse } from '../application/discount-ports.js';
import type { BuyerTier, TradeCode } from '../application/keep-discounts.js';

/** Percent with at most two decimals, from 0 to 100. */
const Percent = () =>
  Matches(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, { message: '$property must be a percentage like 5 or 7.25' });

const Code = () =>
  Matches(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, { message: '$property must be letters, digits, - or _' });

const Limit = () => applyDecorators(IsInt(), Min(1), Max(1_000_000_000));

/** Money above zero with at most two decimals. */
const Amount = () =>
  Matches(/^(?!0+(\.0+)?$)\d{1,12}(\.\d{1,2})?$/, { message: '$property must be an amount above zero like 500.00' });

export class TierCategoryBody {
  @IsUUID()
  categoryId!: string;

  @Percent()
  percent!: string;
}

/** A standing of companies; categories without a percentage of their own take the nearest above, else the default. */
export class NewBuyerTier {
  @Code()
  code!: string;

  @Text(1, 120)
  name!: string;

  @Percent()
  defaultPercent!: string;

  @WhenGiven()
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique(({ categoryId }: TierCategoryBody) => categoryId)
  @ValidateNested({ each: true })
  @Type(() => TierCategoryBody)
  categories?: TierCategoryBody[];
}

/** What to change; `categories` replaces all of them. */
export class BuyerTierPatch {
  @WhenGiven()
  @Code()
  code?: string;

  @WhenGiven()
  @Text(1, 120)
  name?: string;

  @WhenGiven()
  @Percent()
  defaultPercent?: string;

  @WhenGiven()
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique(({ categoryId }: TierCategoryBody) => categoryId)
  @ValidateNested({ each: true })
  @Type(() => TierCategoryBody)
  categories?: TierCategoryBody[];

  @WhenGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

/** A code that gives a discount to who enters it. */
export class NewTradeCode {
  @Code()
  code!: string;

  @Text(1, 120)
  name!: string;

  @Percent()
  percent!: string;

  @IsOptional()
  @IsUUID()
  categoryId?: string | null;

  @IsOptional()
  @Instant()
  validFrom?: Date | null;

  @IsOptional()
  @Instant()
  validTo?: Date | null;

  @WhenGiven()
  @IsBoolean()
  active?: boolean;

  /** How often it may be used in all; null: without limit. */
  @IsOptional()
  @Limit()
  maxUses?: number | null;

  /** How often one company may use it; null: without limit. */
  @IsOptional()
  @Limit()
  maxUsesPerCompany?: number | null;

  /** What the lines must come to before discounts; null: anything. */
  @IsOptional()
  @Amount()
  minimumOrder?: string | null;
}

/** What to change; null takes a limit away. */
export class TradeCodePatch {
  @WhenGiven()
  @Code()
  code?: string;

  @WhenGiven()
  @Text(1, 120)
  name?: string;

  @WhenGiven()
  @Percent()
  percent?: string;

  @IsOptional()
  @IsUUID()
  categoryId?: string | null;

  @IsOptional()
  @Instant()
  validFrom?: Date | null;

  @IsOptional()
  @Instant()
  validTo?: Date | null;

  @WhenGiven()
  @IsBoolean()
  active?: boolean;

  /** How often it may be used in all; null: without limit. */
  @IsOptional()
  @Limit()
  maxUses?: number | null;

  /** How often one company may use it; null: without limit. */
  @IsOptional()
  @Limit()
  maxUsesPerCompany?: number | null;

  /** What the lines must come to before discounts; null: anything. */
  @IsOptional()
  @Amount()
  minimumOrder?: string | null;

  @WhenGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

export class TradeCodeUseQuery extends PageQuery {}

export class TierCategoryView {
  categoryId!: string;
  percent!: string;
}

export class BuyerTierView {
  id!: string;
  code!: string;
  name!: string;
  defaultPercent!: string;
  categories!: TierCategoryView[];
  version!: number;
}

export class TradeCodeView {
  id!: string;
  code!: string;
  name!: string;
  percent!: string;
  categoryId!: string | null;
  validFrom!: string | null;
  validTo!: string | null;
  active!: boolean;
  maxUses!: number | null;
  maxUsesPerCompany!: number | null;
  minimumOrder!: string | null;
  /** Orders that hold it; cancelled and rejected ones gave it back. */
  uses!: number;
  version!: number;
}

/** An order that was placed with the code; `releasedAt` when it gave the use back. */
export class TradeCodeUseView {
  orderId!: string;
  orderNumber!: string;
  companyId!: string;
  companyName!: string;
  buyerName!: string;
  orderTotal!: string;
  discount!: string;
  usedAt!: string;
  releasedAt!: string | null;
}

export const toTier = ({ categories, ...tier }: BuyerTier): BuyerTierView => ({
  ...tier,
  categories: categories.map(({ categoryId, percent }) => ({ categoryId, percent })),
});

export const toCode = ({ validFrom, validTo, ...code }: TradeCode): TradeCodeView => ({
  ...code,
  validFrom: validFrom?.toISOString() ?? null,
  validTo: validTo?.toISOString() ?? null,
});

export const toUse = ({ usedAt, releasedAt, ...use }: TradeCodeUse): TradeCodeUseView => ({
  ...use,
  usedAt: usedAt.toISOString(),
  releasedAt: releasedAt?.toISOString() ?? null,
});
